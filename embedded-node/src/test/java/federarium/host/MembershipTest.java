package federarium.host;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.host.Betrayal.Bound;
import federarium.host.Membership.View;
import federarium.scenario.BadInputException;
import federarium.scenario.Scenario;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nodes with few rows that learn them by heart. */
class MembershipTest {
    private static final Scenario OVERFITTED =
            Runs.digits(1)
                    .with(
                            Map.of(
                                    "clients", "40",
                                    "model.hidden", "[128]",
                                    "training.localEpochs", "100"));

    @Test
    void tellsRowsThatWereLearnedByHeart() {
        try (Kept run = Kept.of(OVERFITTED)) {
            Betrayal betrayal = new Membership(run.exhibit(1, "c05")).attack(View.UPDATE);

            assertTrue(betrayal.advantage() >= .2, "advantage " + betrayal.advantage());
            assertNull(betrayal.bound());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "local, 4, UPDATE", "local, 4, RELEASED",
        "dpSgd, 1, UPDATE", "dpSgd, 1, RELEASED",
        "central, 4, RELEASED"
    })
    void staysBelowWhatTheNoiseAllows(String mechanism, String noise, View view) {
        Scenario noised =
                OVERFITTED.with(
                        Map.of("privacy.mechanism", mechanism, "privacy.noiseMultiplier", noise));
        try (Kept run = Kept.of(noised)) {
            Betrayal betrayal = new Membership(run.exhibit(1, "c05")).attack(view);

            Bound bound = requireNonNull(betrayal.bound());
            assertTrue(betrayal.low() <= bound.best(), betrayal.low() + " " + bound);
            assertTrue(bound.best() < 1, "bound " + bound);
        }
    }

    @Test
    void hasNoBoundWhereTheCoordinatorSeesUpdatesBeforeTheNoise() {
        Scenario noised = OVERFITTED.with("privacy.mechanism", "central");
        try (Kept run = Kept.of(noised)) {
            Betrayal betrayal = new Membership(run.exhibit(1, "c05")).attack(View.UPDATE);

            assertNull(betrayal.bound());
            assertEquals(
                    "central noise is added after the coordinator has seen the update: it promises"
                            + " nothing of this view",
                    betrayal.noBound());
        }
    }

    @Test
    void needsAnUpdateThatSomebodySees() {
        try (Kept run = Kept.of(Runs.digits(1).with("secureAggregation", "true"))) {
            Membership membership = new Membership(run.exhibit(1, "c05"));

            BadInputException refusal =
                    assertThrows(BadInputException.class, () -> membership.attack(View.UPDATE));

            assertEquals(
                    "--view: nobody sees the update of a single node where updates are hidden;"
                            + " allowed: released",
                    refusal.getMessage());
        }
    }
}
