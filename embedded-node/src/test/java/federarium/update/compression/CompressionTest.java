package federarium.update.compression;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.random.RandomStream;
import federarium.update.Weights;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What holds whatever the method. */
class CompressionTest {
    static final List<Compression> METHODS =
            List.of(
                    Quantize.to(1),
                    Quantize.to(2),
                    Quantize.to(3),
                    Quantize.to(8),
                    Quantize.to(16),
                    new TopK(.01),
                    new TopK(.3),
                    new TopK(1),
                    new Sign());

    private final RandomStream random = new RandomStream(1);

    @ParameterizedTest
    @FieldSource("METHODS")
    void zerosStayZeros(Compression method) {
        assertEquals(Weights.zeros(13), roundTrip(method, Weights.zeros(13)));
        assertEquals(Weights.zeros(13), roundTrip(method.forFeedback(), Weights.zeros(13)));
    }

    @ParameterizedTest
    @FieldSource("METHODS")
    void aSingleValueIsKept(Compression method) {
        assertEquals(Weights.copyOf(-2.5f), roundTrip(method, Weights.copyOf(-2.5f)));
        assertEquals(Weights.copyOf(-2.5f), roundTrip(method.forFeedback(), Weights.copyOf(-2.5f)));
    }

    @ParameterizedTest
    @FieldSource("METHODS")
    void theSameStreamGivesTheSameBytes(Compression method) {
        Weights vector = gaussian(100, random);

        assertArrayEquals(
                method.encode(vector, new RandomStream(7)),
                method.encode(vector, new RandomStream(7)));
    }

    @ParameterizedTest
    @FieldSource("METHODS")
    void refusesWhatIsNotFinite(Compression method) {
        assertEquals(
                "value 1 of 3 is NaN; allowed: finite numbers",
                refusal(() -> method.encode(Weights.copyOf(1, Float.NaN, 2), random)));
        assertEquals(
                "value 0 of 1 is -Infinity; allowed: finite numbers",
                refusal(() -> method.encode(Weights.copyOf(Float.NEGATIVE_INFINITY), random)));
    }

    @ParameterizedTest
    @FieldSource("METHODS")
    void refusesAPayloadOfAnotherLength(Compression method) {
        byte[] payload = method.encode(gaussian(40, random), random);

        assertEquals(
                "a payload of %d bytes; allowed: %d".formatted(payload.length + 1, payload.length),
                refusal(() -> method.decode(new byte[payload.length + 1], 40)));
    }

    @ParameterizedTest
    @FieldSource("METHODS")
    void underFeedbackLosesNoMoreThanThereIs(Compression method) {
        for (int draw = 0; draw < 200; draw++) {
            Weights vector = gaussian(50, random);
            Weights sent = roundTrip(method.forFeedback(), vector);

            double lost = distance(vector, sent);
            assertTrue(lost <= vector.norm() + 1e-5, lost + " of " + vector.norm());
        }
    }

    @Test
    void parametersOutOfRangeAreRefused() {
        assertEquals("0 bits a value; allowed: 1 to 16", refusal(() -> Quantize.to(0)));
        assertEquals("17 bits a value; allowed: 1 to 16", refusal(() -> Quantize.to(17)));
        assertEquals(
                "0.0 of the values; allowed: above 0 and at most 1", refusal(() -> new TopK(0)));
        assertEquals(
                "1.5 of the values; allowed: above 0 and at most 1", refusal(() -> new TopK(1.5)));
    }

    private Weights roundTrip(Compression method, Weights vector) {
        return method.decode(method.encode(vector, random), vector.size());
    }

    static Weights gaussian(int size, RandomStream random) {
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return Weights.owning(values);
    }

    static double distance(Weights one, Weights other) {
        float[] apart = one.toArray();
        other.addTo(apart, -1);
        return Weights.owning(apart).norm();
    }

    private static String refusal(Runnable work) {
        return String.valueOf(assertThrows(IllegalArgumentException.class, work::run).getMessage());
    }
}
