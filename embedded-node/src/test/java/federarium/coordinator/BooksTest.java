package federarium.coordinator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import federarium.event.FederationEvent;
import federarium.event.FederationEvent.RoundClosed;
import federarium.event.PrivacyEvent.PrivacySpent;
import federarium.event.PrivacyEvent.ReadLog;
import federarium.event.PrivacyEvent.RoundRestarted;
import federarium.event.PrivacyEvent.Spending;
import federarium.event.PrivacyEvent.SpendingCarried;
import federarium.privacy.accounting.Charge;
import federarium.privacy.accounting.Ledger;
import java.util.List;
import org.junit.jupiter.api.Test;

class BooksTest {
    private static final List<String> NODES = List.of("a", "b");

    @Test
    void aRoundThatIsDoneAgainIsChargedTwiceAndClipsAsBefore() {
        Books books =
                after(
                        spent(1, .9, "a"),
                        new RoundClosed(1, 0, 0),
                        spent(2, .8, "a"),
                        new RoundRestarted(2, "interrupted"));

        assertEquals(Ledger.EMPTY.plus(new Charge(2, 1), 2), books.of(0));
        assertEquals(.9, books.clipNorm());
    }

    @Test
    void whatOtherRunsToldIsChargedAndMovesNoClipNorm() {
        Books books =
                after(
                        spent(1, .9, "a", "b"),
                        new SpendingCarried(
                                1,
                                "client",
                                List.of(new ReadLog("other", 9)),
                                0,
                                List.of(new Spending(List.of("b"), 2, 1, 5, 7))));

        assertEquals(Ledger.EMPTY.plus(new Charge(2, 1), 1), books.of(0));
        assertEquals(Ledger.EMPTY.plus(new Charge(2, 1), 6), books.of(1));
        assertEquals(.9, books.clipNorm());
    }

    private static Books after(FederationEvent... log) {
        return Books.after(List.of(log), NODES::indexOf);
    }

    private static PrivacySpent spent(int round, double nextClipNorm, String... nodes) {
        return new PrivacySpent(
                round,
                "central",
                "client",
                1,
                nextClipNorm,
                2,
                1e-5,
                "rdp",
                "secure",
                null,
                List.of(new Spending(List.of(nodes), 2, 1, 1, 1)),
                null);
    }
}
