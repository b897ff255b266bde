package federarium.update.compression;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.random.RandomStream;
import federarium.update.UpdateTransform.Outcome;
import federarium.update.Weights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class ErrorFeedbackTest {
    private final RandomStream random = new RandomStream(1);

    @Test
    void holdsBackWhatIsNotSentAndSendsItLater() {
        ErrorFeedback half = new ErrorFeedback(new TopK(.5));

        Outcome first = half.apply(Weights.copyOf(3, 2), Weights.zeros(2), random);
        assertEquals(Weights.copyOf(3, 0), first.update());
        assertEquals(Weights.copyOf(0, 2), first.residual());

        Outcome second = half.apply(Weights.copyOf(3, 2), first.residual(), random);
        assertEquals(Weights.copyOf(0, 4), second.update());
        assertEquals(Weights.copyOf(3, 0), second.residual());
    }

    @Test
    void countsTheBytesOfWhatTravels() {
        Outcome outcome =
                new ErrorFeedback(new Sign())
                        .apply(Weights.copyOf(1, 2, 3), Weights.zeros(3), random);

        assertEquals(5, outcome.bytes());
        assertEquals(outcome.update(), new Sign().decode(outcome.payload(), 3));
    }

    @ParameterizedTest
    @FieldSource("federarium.update.compression.CompressionTest#METHODS")
    void allThatWasSentAndTheResidualAreAllThatWasToBeSent(Compression method) {
        ErrorFeedback feedback = new ErrorFeedback(method);
        float[] due = new float[30];
        float[] arrived = new float[30];
        Weights residual = Weights.zeros(30);
        for (int round = 0; round < 20; round++) {
            Weights update = CompressionTest.gaussian(30, random);
            Outcome outcome = feedback.apply(update, residual, random);
            update.addTo(due, 1);
            outcome.update().addTo(arrived, 1);
            residual = outcome.residual();
        }
        residual.addTo(arrived, 1);

        assertArrayEquals(due, arrived, 1e-4f);
    }

    @ParameterizedTest
    @FieldSource("federarium.update.compression.CompressionTest#METHODS")
    void theResidualStaysBoundedHoweverCoarseTheMethod(Compression method) {
        ErrorFeedback feedback = new ErrorFeedback(method);
        Weights residual = Weights.zeros(100);
        for (int round = 0; round < 2000; round++) {
            residual =
                    feedback.apply(CompressionTest.gaussian(100, random), residual, random)
                            .residual();
        }
        // Each update has a norm of 10. Top 1 of 100 sends the last of 100 waiting values, each
        // the sum of as many updates: about 10 · √100 on the whole.
        assertTrue(residual.norm() < 150, "norm " + residual.norm());
    }

    @Test
    void refusesAnUpdateThatIsNotFinite() {
        assertThrows(
                IllegalArgumentException.class,
                () ->
                        new ErrorFeedback(new Sign())
                                .apply(Weights.copyOf(Float.NaN), Weights.zeros(1), random));
    }
}
