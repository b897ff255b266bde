package federarium.desktop.view.odds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.event.PrivacyEvent.PrivacySpent;
import federarium.privacy.accounting.Ledger;
import federarium.scenario.Concealment;
import federarium.scenario.Privacy;
import federarium.scenario.Privacy.Clipping;
import federarium.scenario.Privacy.Mechanism;
import java.util.List;
import org.junit.jupiter.api.Test;

class PromiseTest {
    @Test
    void saysWhoIsHiddenAndWhoIsTrustedWithIt() {
        assertTrue(words(Mechanism.CENTRAL, "seeded", "Trusted").contains("coordinator"));
        assertTrue(words(Mechanism.LOCAL, "seeded", "Trusted").contains("nobody but the node"));
        assertTrue(words(Mechanism.DP_SGD, "seeded", "Hidden").contains("one record"));
        assertEquals("ε 2.50 of 8.00", words(Mechanism.CENTRAL, "seeded", "Spent"));
    }

    @Test
    void whatIsNotCoveredIsSaidWhereRowsAreAPersonsOwn() {
        assertTrue(words(Mechanism.CENTRAL, "secure", "Covered").contains("label counts"));
        assertEquals(
                List.of("Whose", "Spent", "δ", "Hidden", "Trusted", "Noise"),
                names(Mechanism.CENTRAL, "seeded"));
    }

    private static String words(Mechanism mechanism, String source, String name) {
        return promise(mechanism, source).stream()
                .filter(line -> line.name().equals(name))
                .findFirst()
                .orElseThrow()
                .words();
    }

    private static List<String> names(Mechanism mechanism, String source) {
        return promise(mechanism, source).stream().map(Promise.Line::name).toList();
    }

    private static List<Promise.Line> promise(Mechanism mechanism, String source) {
        Privacy privacy =
                new Privacy(mechanism, new Clipping(1, null), 1, 1e-5, 8.0, Privacy.Accountant.RDP);
        PrivacySpent last =
                new PrivacySpent(
                        1,
                        mechanism.word(),
                        "client",
                        1,
                        1,
                        1,
                        1e-5,
                        "rdp",
                        source,
                        8.0,
                        List.of(),
                        null);
        return Promise.lines(
                privacy, Concealment.NONE, new Account("every node", 2.5, last, Ledger.EMPTY));
    }
}
