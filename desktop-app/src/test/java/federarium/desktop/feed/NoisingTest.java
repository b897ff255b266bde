package federarium.desktop.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.event.FederationEvent.NodeJoined;
import federarium.event.FederationEvent.RoundStarted;
import federarium.event.PrivacyEvent.PrivacySpent;
import federarium.projection.FederationState;
import federarium.scenario.BuiltInScenarios;
import federarium.scenario.Scenario;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NoisingTest {
    private FederationState state = FederationState.EMPTY;

    @Test
    void withoutAMechanismThereIsNone() {
        assertEquals(Noising.NONE, Noising.of(BuiltInScenarios.open("digits"), state, 1));
    }

    @Test
    void isAsTheSettingsSayUntilTheRoundTellsHowItWas() {
        Scenario local =
                under(
                        Map.of(
                                "privacy.mechanism", "local",
                                "privacy.clipNorm", "2",
                                "privacy.noiseMultiplier", "1.5"));
        Noising before = Noising.of(local, state, 1);
        assertEquals(3, before.deviation());
        assertFalse(before.done());
        state = state.apply(new RoundStarted(1, List.of()));
        state =
                state.apply(
                        new PrivacySpent(
                                1, "local", "client", 4, 4, .5, 1e-5, "rdp", "seeded", null,
                                List.of(), null));
        Noising done = Noising.of(local, state, 1);
        assertEquals(4, done.clipNorm());
        assertEquals(2, done.deviation());
        assertTrue(done.done());
    }

    @Test
    void anAdaptiveClipAddsNoiseForItsCount() {
        for (int i = 0; i < 80; i++) {
            state = state.apply(new NodeJoined(0, "c" + i, "c" + i, 10, 1, List.of(5, 5)));
        }
        Scenario adaptive =
                under(Map.of("privacy.mechanism", "central", "clients", "80"))
                        .with("privacy.clipping", "adaptive");
        // (1 − (2 · 80/20)⁻²)^(−½)
        assertEquals(1.00791, Noising.of(adaptive, state, 1).deviation(), 1e-5);
    }

    private static Scenario under(Map<String, String> settings) {
        return BuiltInScenarios.open("digits").with(settings);
    }
}
