package federarium.privacy.encryption;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A vector encrypted with BFV, or a sum of several.
 *
 * <p>As bytes, big-endian: the form (1 byte), the number of values (4), the number of vectors in
 * the sum (4), c₀ at 54 bit a coefficient, and c₁ the same or, where nothing was added yet, its
 * seed of 32 bytes. 10,000 values take 69,161 bytes with a seed and 138,249 without.
 */
final class BfvCiphertext {
    private static final int HEADER_BYTES = 1 + 2 * Integer.BYTES;

    private final Form form;
    private final int values;
    private final int terms;
    private final long[] c0;
    private final long[] c1;
    private final byte @Nullable [] seed;

    /** Takes the arrays over. */
    private BfvCiphertext(
            Form form, int values, int terms, long[] c0, long[] c1, byte @Nullable [] seed) {
        this.form = form;
        this.values = values;
        this.terms = terms;
        this.c0 = c0;
        this.c1 = c1;
        this.seed = seed;
    }

    /** One vector under the shared key. */
    static BfvCiphertext seeded(int values, long[] c0, long[] c1, byte[] seed) {
        return new BfvCiphertext(Form.SEEDED, values, 1, c0, c1, seed);
    }

    /** One vector under the public key. */
    static BfvCiphertext publicly(int values, long[] c0, long[] c1) {
        return new BfvCiphertext(Form.PUBLIC, values, 1, c0, c1, null);
    }

    int values() {
        return values;
    }

    int terms() {
        return terms;
    }

    long[] c0() {
        return c0;
    }

    long[] c1() {
        return c1;
    }

    /**
     * The sum of both.
     *
     * @throws IllegalArgumentException if they hold unlike numbers of values, or if the noise of so
     *     many could spoil the sum
     */
    BfvCiphertext plus(BfvCiphertext other) {
        if (values != other.values) {
            throw new IllegalArgumentException(
                    ("a ciphertext of %d values cannot be added to one of %d: all nodes must"
                                    + " train the same model")
                            .formatted(other.values, values));
        }
        Form sum = form.plus(other.form);
        if ((long) terms + other.terms > sum.terms) {
            throw new IllegalArgumentException(
                    ("%d vectors cannot be added under BFV, as their noise could spoil the sum:"
                                    + " at most %d")
                            .formatted((long) terms + other.terms, sum.terms));
        }
        return new BfvCiphertext(
                sum,
                values,
                terms + other.terms,
                Ring.plus(c0, other.c0),
                Ring.plus(c1, other.c1),
                null);
    }

    static long bytes(int values, Form form) {
        long polynomials = Bfv.polynomials(values);
        long half = polynomials * Packing.bytes(Ring.DEGREE);
        return HEADER_BYTES + half + (form == Form.SEEDED ? KeyStream.SEED_BYTES : half);
    }

    byte[] toBytes() {
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(bytes(values, form)));
        bytes.put((byte) form.ordinal()).putInt(values).putInt(terms);
        Packing.write(c0, bytes);
        if (seed == null) {
            Packing.write(c1, bytes);
        } else {
            bytes.put(seed);
        }
        return bytes.array();
    }

    /**
     * Reads what {@link #toBytes} wrote.
     *
     * @throws IllegalArgumentException if nothing wrote it so
     */
    static BfvCiphertext fromBytes(byte[] bytes) {
        require(
                bytes.length >= HEADER_BYTES,
                "a BFV ciphertext begins with %d bytes, and here are %d: it was cut short",
                HEADER_BYTES,
                bytes.length);
        ByteBuffer source = ByteBuffer.wrap(bytes);
        int form = source.get();
        require(
                form >= 0 && form < Form.values().length,
                "a BFV ciphertext's first byte is 0, 1 or 2, not %d: this is something else",
                form);
        return read(source, Form.values()[form]);
    }

    private static BfvCiphertext read(ByteBuffer source, Form form) {
        int values = source.getInt();
        require(values > 0, "a BFV ciphertext holds at least one value, not %d", values);
        int terms = source.getInt();
        int most = form == Form.SEEDED ? 1 : form.terms;
        require(
                terms >= 1 && terms <= most,
                "a BFV ciphertext of this form is a sum of 1 to %d vectors, not of %d",
                most,
                terms);
        require(
                source.capacity() == bytes(values, form),
                "a BFV ciphertext of %d values has %d bytes, and here are %d: it was cut short,"
                        + " or another program wrote it",
                values,
                bytes(values, form),
                source.capacity());
        int coefficients = Bfv.polynomials(values) * Ring.DEGREE;
        long[] c0 = Packing.read(source, coefficients);
        if (form != Form.SEEDED) {
            long[] c1 = Packing.read(source, coefficients);
            return new BfvCiphertext(form, values, terms, c0, c1, null);
        }
        byte[] seed = Arrays.copyOfRange(source.array(), source.position(), source.capacity());
        return seeded(values, c0, new KeyStream(seed).uniform(Bfv.polynomials(values)), seed);
    }

    private static void require(boolean holds, String otherwise, Object... arguments) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise.formatted(arguments));
        }
    }
}
