package federarium.coordinator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import federarium.event.FederationEvent.RoundStarted;
import federarium.event.FederationEvent.SettingChanged;
import federarium.scenario.Scenario;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangesTest {
    private static final SettingChanged SHORTER = new SettingChanged(2, "rounds", "7");
    private static final SettingChanged LONGER = new SettingChanged(4, "rounds", "9");

    private final Changes changes = Changes.of(List.of(SHORTER, LONGER));

    @Test
    void areCutAtARound() {
        assertEquals(Changes.NONE, changes.by(1));
        assertEquals(Changes.of(List.of(SHORTER)), changes.by(2));
        assertEquals(Changes.of(List.of(LONGER)), changes.after(3));
        assertEquals(Changes.NONE, changes.after(4));
    }

    @Test
    void actInOrder() {
        Scenario scenario = TinyRun.scenario();

        assertEquals(9, changes.applied(scenario).rounds());
        assertEquals(7, changes.by(3).applied(scenario).rounds());
        assertEquals(scenario, Changes.NONE.applied(scenario));
    }

    @Test
    void areReadFromALog() {
        assertEquals(
                changes, Changes.in(List.of(SHORTER, new RoundStarted(2, List.of("a")), LONGER)));
    }

    @Test
    void areTakenOnceWhereTheyAreLoggedAndPlanned() {
        Changes logged = Changes.of(List.of(SHORTER));

        assertEquals(changes, logged.union(changes));
    }

    @Test
    void areKeptTwiceWhereTheyWereAskedForTwice() {
        SettingChanged longer = new SettingChanged(2, "rounds", "9");
        Changes backAndForth = Changes.of(List.of(SHORTER, longer, SHORTER));

        assertEquals(backAndForth, backAndForth.union(Changes.of(List.of(SHORTER))));
    }
}
