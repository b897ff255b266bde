package federarium.desktop.view.odds;

import static org.junit.jupiter.api.Assertions.assertEquals;

import federarium.event.FederationEvent;
import federarium.event.FederationEvent.ModelEvaluated;
import federarium.event.FederationEvent.NodeJoined;
import federarium.event.FederationEvent.RoundClosed;
import federarium.event.FederationEvent.RoundStarted;
import federarium.event.PrivacyEvent.PrivacySpent;
import federarium.event.PrivacyEvent.Spending;
import federarium.privacy.accounting.Charge;
import federarium.privacy.accounting.Ledger;
import federarium.projection.FederationState;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccountTest {
    private FederationState state = FederationState.EMPTY;

    AccountTest() {
        tell(new NodeJoined(0, "c01", "Bank A", 100, 10, List.of(50, 50)));
        tell(new NodeJoined(0, "c02", "Bank B", 300, 30, List.of(300, 0)));
        tell(new ModelEvaluated(0, .1, 1, null, null, List.of()));
        tell(new RoundClosed(0, 0, 0));
    }

    @Test
    void beforeAnybodyIsChargedNothingIsSpent() {
        Account account = Account.of(state, null, 0);
        assertEquals("every node", account.whose());
        assertEquals(0, account.epsilon());
    }

    @Test
    void isOfWhoeverHasSpentMost() {
        round(1, new Spending(List.of("c01", "c02"), 2, 1, 1, 1.5));
        assertEquals("every node", Account.of(state, null, 1).whose());
        round(2, new Spending(List.of("c02"), 2, 1, 1, 2.5));
        Account account = Account.of(state, null, 2);
        assertEquals("Bank B, who has spent most", account.whose());
        assertEquals(2.5, account.epsilon());
    }

    @Test
    void addsUpWhatTheNodeWasChargedByThatRound() {
        Charge charge = new Charge(2, .5);
        round(1, new Spending(List.of("c01"), 2, .5, 3, 1.5));
        round(2, new Spending(List.of("c02"), 2, .5, 4, 2.5));
        round(3, new Spending(List.of("c01"), 2, .5, 5, 3));
        assertEquals(Ledger.EMPTY.plus(charge, 8), Account.of(state, "c01", 3).ledger());
        assertEquals(Ledger.EMPTY.plus(charge, 3), Account.of(state, "c01", 2).ledger());
        assertEquals(1.5, Account.of(state, "c01", 2).epsilon());
    }

    private void round(int number, Spending spending) {
        tell(new RoundStarted(number, spending.nodes()));
        tell(
                new PrivacySpent(
                        number,
                        "central",
                        "client",
                        1,
                        1,
                        1,
                        1e-5,
                        "rdp",
                        "seeded",
                        null,
                        List.of(spending),
                        null));
        tell(new ModelEvaluated(number, .1, 1, null, null, List.of()));
        tell(new RoundClosed(number, 0, 0));
    }

    private void tell(FederationEvent event) {
        state = state.apply(event);
    }
}
