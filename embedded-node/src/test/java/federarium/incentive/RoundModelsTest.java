package federarium.incentive;

import static federarium.incentive.CoalitionModel.FIXED;
import static federarium.incentive.CoalitionModel.RENORMALISED;
import static org.junit.jupiter.api.Assertions.assertEquals;

import federarium.update.Weights;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoundModelsTest {
    private static final Weights START = Weights.copyOf(10, 20);
    private static final List<Weights> UPDATES =
            List.of(Weights.copyOf(4, 0), Weights.copyOf(0, 8), Weights.zeros(2));

    private static RoundModels models(CoalitionModel kind, double... weights) {
        return new RoundModels(START, .5, UPDATES, weights, kind);
    }

    @Test
    void moveByTheRoundsOwnWeights() {
        RoundModels models = models(FIXED, .25, .5, .25);

        assertEquals(Weights.copyOf(10.5f, 20), models.of(Coalition.of(0b001)));
        assertEquals(Weights.copyOf(10.5f, 22), models.of(Coalition.of(0b011)));
        assertEquals(Weights.copyOf(10.5f, 22), models.of(Coalition.of(0b111)));
    }

    @Test
    void moveByTheWeightsWithinTheCoalitionWhereTheseAreRenormalised() {
        RoundModels models = models(FIXED, .25, .5, .25).with(RENORMALISED);

        assertEquals(Weights.copyOf(12, 20), models.of(Coalition.of(0b001)));
        assertEquals(Weights.copyOf(11, 20), models.of(Coalition.of(0b101)), "an update of zero");
        assertEquals(Weights.copyOf(10.5f, 22), models.of(Coalition.of(0b111)));
    }

    @Test
    void areTheStartWhereNobodyIsThereOrEverybodyWasRefused() {
        for (CoalitionModel kind : CoalitionModel.values()) {
            assertEquals(START, models(kind, .25, .5, .25).of(Coalition.NONE));
            assertEquals(START, models(kind, 0, 0, 0).of(Coalition.all(3)));
        }
    }

    @Test
    void doNotNeedWhatWasRefusedNorUnderFixedWeightsAnUpdateOfZero() {
        assertEquals(Coalition.of(0b011), models(FIXED, .25, .5, .25).needed());
        assertEquals(Coalition.of(0b111), models(RENORMALISED, .25, .5, .25).needed());
        assertEquals(Coalition.of(0b100), models(RENORMALISED, 0, 0, 1).needed());
    }
}
