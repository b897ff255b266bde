package federarium.desktop.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.event.FederationEvent.NodeJoined;
import federarium.event.PrivacyEvent.BudgetsSpent;
import federarium.event.PrivacyEvent.PrivacySpent;
import federarium.event.PrivacyEvent.Spending;
import federarium.projection.FederationState;
import federarium.scenario.Privacy;
import federarium.scenario.Privacy.Clipping;
import federarium.scenario.Privacy.Mechanism;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AllowanceTest {
    private FederationState state =
            FederationState.EMPTY.apply(new NodeJoined(0, "c01", "c01", 100, 10, List.of(50, 50)));

    @Test
    void withoutNoiseThereIsNothingToSpend() {
        assertEquals("", Allowance.of(Privacy.NONE, state.nodes().get("c01")).words());
    }

    @Test
    void drainsFromFullToEmpty() {
        assertEquals(1, under(12.0).left());
        spend(3);
        assertEquals(.75, under(12.0).left());
        assertEquals("ε 3.00 of 12.0 spent, 75.0 % left", under(12.0).words());
        assertFalse(under(12.0).low());
        spend(9.1);
        assertTrue(under(12.0).low());
        assertFalse(under(12.0).locked());
        spend(12);
        assertTrue(under(12.0).locked());
    }

    @Test
    void isLockedOnceItsNodeSitsOut() {
        spend(11);
        state = state.apply(new BudgetsSpent(2, List.of("c01")));
        assertTrue(under(12.0).locked());
        assertEquals("ε 11.0 of 12.0 spent, too little left: sits out", under(12.0).words());
    }

    @Test
    void withoutABudgetNothingDrains() {
        spend(300);
        assertEquals(1, under(null).left());
        assertEquals("ε 300 spent, no budget", under(null).words());
    }

    private void spend(double epsilon) {
        Spending all = new Spending(List.of("c01"), 1, 1, 1, epsilon);
        state =
                state.apply(
                        new PrivacySpent(
                                1,
                                "central",
                                "client",
                                1,
                                1,
                                1,
                                1e-5,
                                "rdp",
                                "seeded",
                                null,
                                List.of(all),
                                null));
    }

    private Allowance under(@Nullable Double budget) {
        Privacy privacy =
                new Privacy(
                        Mechanism.CENTRAL,
                        new Clipping(1, null),
                        1,
                        1e-5,
                        budget,
                        Privacy.Accountant.RDP);
        return Allowance.of(privacy, state.nodes().get("c01"));
    }
}
