package federarium.privacy.encryption;

import java.math.BigInteger;

/**
 * Values mod 2³² side by side in one large number, each with room for its sum over all clients.
 *
 * <p>A slot has 32 + ⌈log₂ clients⌉ bits, so a sum of that many values, none negative, stays within
 * its slot. A number below n of b bits has ⌊(b − 1) ÷ slot⌋ slots: 76 for 256 clients and 3072 bit.
 *
 * @param bits of a slot
 * @param count slots in one number
 */
record Slots(int bits, int count) {

    static Slots of(int modulusBits, int clients) {
        int headroom = Integer.SIZE - Integer.numberOfLeadingZeros(clients - 1);
        int bits = Integer.SIZE + headroom;
        return new Slots(bits, (modulusBits - 1) / bits);
    }

    /** How many numbers hold so many values. */
    int numbers(int values) {
        return Math.ceilDiv(values, count);
    }

    /** The values in order, the first in the lowest slot of the first number. */
    BigInteger[] pack(int[] values) {
        BigInteger[] packed = new BigInteger[numbers(values.length)];
        for (int i = 0; i < packed.length; i++) {
            BigInteger number = BigInteger.ZERO;
            for (int at = Math.min(values.length, (i + 1) * count) - 1; at >= i * count; at--) {
                long value = Integer.toUnsignedLong(values[at]);
                number = number.shiftLeft(bits).or(BigInteger.valueOf(value));
            }
            packed[i] = number;
        }
        return packed;
    }

    /** Every slot mod 2³². */
    int[] unpack(BigInteger[] packed, int values) {
        int[] unpacked = new int[values];
        for (int i = 0; i < values; i++) {
            unpacked[i] = packed[i / count].shiftRight(i % count * bits).intValue();
        }
        return unpacked;
    }
}
