package federarium.privacy.accounting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerTest {
    private static final Charge LOUD = new Charge(2, 0.1);
    private static final Charge QUIET = new Charge(1, 0.1);

    @Test
    void equalChargesAreOneEntry() {
        Ledger ledger = Ledger.EMPTY.plus(LOUD, 1).plus(QUIET, 2).plus(LOUD, 3);
        assertEquals(
                List.of(new Ledger.Entry(QUIET, 2), new Ledger.Entry(LOUD, 4)), ledger.entries());
        assertEquals(4, ledger.steps(LOUD));
        assertEquals(6, ledger.steps());
    }

    @Test
    void theSameChargesInAnotherOrderMakeTheSameLedger() {
        assertEquals(
                Ledger.EMPTY.plus(LOUD, 1).plus(QUIET, 2),
                Ledger.EMPTY.plus(QUIET, 1).plus(LOUD, 1).plus(QUIET, 1));
    }

    @Test
    void branchesOfAForkAddUp() {
        Ledger trunk = Ledger.EMPTY.plus(QUIET, 5);
        Ledger one = trunk.plus(QUIET, 2);
        Ledger other = Ledger.EMPTY.plus(QUIET, 3).plus(LOUD, 1);
        assertEquals(Ledger.EMPTY.plus(QUIET, 10).plus(LOUD, 1), one.plus(other));
    }

    @Test
    void oneAboveOthersHasForEachNoiseTheHighestRateAndTheMostSteps() {
        Ledger many = Ledger.EMPTY.plus(QUIET, 5).plus(LOUD, 1);
        Ledger often = Ledger.EMPTY.plus(new Charge(1, 0.3), 2).plus(new Charge(1, 0.2), 2);
        assertEquals(
                Ledger.EMPTY.plus(new Charge(1, 0.3), 5).plus(LOUD, 1),
                Ledger.above(List.of(many, often)));
        assertEquals(many, Ledger.above(List.of(many)));
    }

    @Test
    void noStepsLeaveItAsItIs() {
        assertEquals(Ledger.EMPTY, Ledger.EMPTY.plus(LOUD, 0));
    }

    @Test
    void withoutAChargeTheOthersStay() {
        Ledger both = Ledger.EMPTY.plus(LOUD, 1).plus(QUIET, 2);
        assertEquals(Ledger.EMPTY.plus(LOUD, 1), both.without(QUIET));
    }

    @Test
    void whatCannotBeAChargeIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Charge(-1, 0.5));
        assertThrows(IllegalArgumentException.class, () -> new Charge(Double.NaN, 0.5));
        assertThrows(IllegalArgumentException.class, () -> new Charge(1, 1.5));
        assertThrows(IllegalArgumentException.class, () -> new Ledger.Entry(LOUD, 0));
    }
}
