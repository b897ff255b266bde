package federarium.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.desktop.feed.Frame;
import federarium.event.FederationEvent.NodeJoined;
import federarium.event.FederationEvent.SettingChanged;
import federarium.scenario.BadInputException;
import java.util.List;
import java.util.Random;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An attack of which a class knows no more than what the coordinator can see. */
@NullUnmarked
class SaboteurTest {
    @RegisterExtension final RealWindow window = new RealWindow();

    @Test
    void nothingGivesTheSaboteurAwayUntilItIsRevealed() {
        window.press(KeyCode.U);
        window.click("#saboteur");
        window.until(() -> window.frame().sealed());
        window.playThrough(1);
        window.settle();
        String liar = change("attack.clients").replaceAll("[\\[\\]]", "");
        String kind = change("attack.kind");
        assertEquals("⚑ 1  an attack, sealed from round 1", window.text("#accuracy-chart-remark"));
        assertFalse(window.text("#ballot-sentence").contains(liar));
        assertEquals("none", window.session().scenario().value("attack.kind"));
        assertEquals(
                List.of(new SettingChanged(1, "attack", "sealed")),
                window.frame().state().changes());
        window.click("#vote-" + liar);
        window.click("#vote-" + liar);
        window.click(liar.equals("c01") ? "#vote-c02" : "#vote-c01");
        assertTrue(window.text("#ballot-sentence").endsWith("3 votes so far."));
        window.click("#reveal");
        window.settle();
        String verdict = window.text("#ballot-sentence");
        assertTrue(verdict.startsWith("It is " + liar + ": "), verdict);
        assertTrue(verdict.contains("(" + kind + "), from round 1 on."), verdict);
        assertTrue(verdict.endsWith("2 of 3 votes were right."), verdict);
        assertTrue(window.text("#accuracy-chart-remark").contains("attack " + kind));
    }

    @Test
    void whileAnAttackIsSealedNoOtherCanBeAsked() {
        window.press(KeyCode.U);
        window.click("#saboteur");
        window.until(() -> window.frame().sealed());
        assertThrows(BadInputException.class, () -> window.session().change("attack.kind", "ipm"));
        window.robot().rightClickOn("#node-c03");
        window.click("Attack: one is sealed");
        window.settle();
        assertTrue(
                window.robot()
                        .lookup("ipm: turns the average round, little by little")
                        .queryAll()
                        .isEmpty());
    }

    @Test
    void whatTheScenarioRefusesIsDrawnAnew() {
        Frame frame = Frame.EMPTY.after(new NodeJoined(0, "c01", "c01", 9, 1, List.of(9)));
        String taken =
                new Saboteur(new Random(1))
                        .draw(
                                frame,
                                drawn -> {
                                    if (!drawn.kind().equals("freeRider")) {
                                        throw new BadInputException("not here");
                                    }
                                })
                        .kind();
        assertEquals("freeRider", taken);
        assertThrows(
                BadInputException.class,
                () ->
                        new Saboteur(new Random(1))
                                .draw(
                                        frame,
                                        _ -> {
                                            throw new BadInputException("not here");
                                        }));
    }

    private String change(String key) {
        return window.log().stream()
                .filter(SettingChanged.class::isInstance)
                .map(SettingChanged.class::cast)
                .filter(change -> change.key().equals(key))
                .map(SettingChanged::value)
                .findFirst()
                .orElseThrow();
    }
}
