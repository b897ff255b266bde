package federarium.desktop.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.event.EvidenceEvent.BackdoorMeasured;
import federarium.event.FederationEvent;
import federarium.event.FederationEvent.SettingChanged;
import java.util.List;
import org.junit.jupiter.api.Test;

class SightTest {
    private static final SettingChanged EARLIER = new SettingChanged(2, "attack.kind", "ipm");

    private Sight sight = Sight.EMPTY;

    SightTest() {
        tell(EARLIER);
        sight = sight.sealed(3);
        tell(new SettingChanged(4, "attack.kind", "backdoor"));
        tell(new SettingChanged(4, "attack.clients", "[c02]"));
        tell(new SettingChanged(4, "training.learningRate", "0.2"));
        tell(new BackdoorMeasured(4, "7", .9));
    }

    @Test
    void ofASealedAttackIsToldThatThereIsOneAndNoMore() {
        assertEquals(
                List.of(
                        EARLIER,
                        new SettingChanged(4, "attack", "sealed"),
                        new SettingChanged(4, "training.learningRate", "0.2")),
                sight.told().state().changes());
        assertNull(sight.told().state().round().findings().backdoor());
        assertTrue(sight.told().sealed());
    }

    @Test
    void onceItIsOpenEverythingIsTold() {
        sight = sight.open();
        assertEquals(4, sight.told().state().changes().size());
        assertNotNull(sight.told().state().round().findings().backdoor());
        assertFalse(sight.told().sealed());
        tell(new SettingChanged(5, "attack.kind", "none"));
        assertEquals(5, sight.told().state().changes().size());
    }

    private void tell(FederationEvent event) {
        sight = sight.after(event);
    }
}
