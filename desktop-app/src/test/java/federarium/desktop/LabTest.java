package federarium.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.desktop.text.Deeds;
import federarium.host.Membership;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The attack lab, on a run of the window. */
@NullUnmarked
class LabTest {
    @RegisterExtension final RealWindow window = new RealWindow();

    @Test
    void opensByItsKeyAndWaitsForARound() {
        window.press(KeyCode.A);
        window.until(() -> window.visible("#lab"));
        assertTrue(window.node("#lab-attack").isDisabled());
        assertEquals("Play a round first: then there is an update.", window.text("#lab-busy"));
        window.press(KeyCode.ESCAPE);
        window.until(() -> !window.visible("#lab"));
    }

    @Test
    void rebuildsTheRowBehindAnUpdateAndNothingUnderNoise() {
        open();
        window.click("#lab-attack");
        window.until(() -> window.visible("#lab-rebuilt"));
        assertEquals(
                "Nothing protects the update. What comes out is the row itself.",
                window.text("#lab-rebuilt-meaning"));
        choose("#lab-noise", "local");
        window.click("#lab-attack");
        window.until(
                () -> window.text("#lab-rebuilt-meaning").startsWith("The node adds noise before"));
        assertTrue(window.text("#lab-rebuilt-figures").contains("ε of this one release"));
    }

    @Test
    void rebuildsWhatSomebodyDrew() {
        open();
        window.click("#lab-own");
        window.until(() -> window.text("#lab-refusal").startsWith("There is nothing on the sheet"));
        window.robot().clickOn("#lab-sheet");
        window.click("#lab-own");
        window.until(() -> window.visible("#lab-rebuilt"));
        assertTrue(window.text("#lab-rebuilt-meaning").contains("the row itself"));
    }

    @Test
    void guessesWhoWasIn() {
        open();
        window.click("#lab-member");
        window.click("#lab-attack");
        window.until(() -> window.visible("#lab-membership"));
        assertTrue(window.text("#lab-membership-figures").contains("No bound: no noise is added"));
        choose("#lab-view", Membership.View.UPDATE);
        choose("#lab-hidden", "secure aggregation");
        window.click("#lab-attack");
        window.until(() ->
                window.text("#lab-refusal").contains("nobody sees the update")
                        || window.text("#lab-refusal").contains("Nobody sees the update"));
    }

    @Test
    void showsWhatALiarDoesAndForgetsBothBranches() {
        open();
        window.click("#lab-poison");
        choose("#lab-deed", Deeds.SIGN_FLIP);
        window.click("#lab-attack");
        window.until(() -> window.visible("#lab-damage"));
        assertTrue(window.text("#lab-damage-head").startsWith("c01 sends the opposite"));
        assertTrue(window.text("#lab-damage-figures").contains("refused 0 times"));
        assertFalse(window.node("#lab-attack").isDisabled());
        assertEquals(1, window.started());
    }

    private void open() {
        window.playThrough(1);
        window.press(KeyCode.A);
        window.until(() -> window.visible("#lab") && !window.node("#lab-attack").isDisabled());
    }

    private <T> void choose(String id, T value) {
        @SuppressWarnings("unchecked")
        ComboBox<T> box = (ComboBox<T>) window.node(id);
        window.robot().interact(() -> box.setValue(value));
    }
}
