package federarium.privacy.accounting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.privacy.accounting.Accountant.Method;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AccountantTest {
    private static final Charge CHARGE = new Charge(1, 0.02);
    private static final double DELTA = 1e-5;

    private final Accountant accountant = new Accountant();

    /** The table of the reference, to the digits it gives. */
    @ParameterizedTest
    @CsvSource({
        "1, .01, 1000, 2.1014, 1.8282", "1.1, .01, 10000, 5.6320, 5.1926",
        "2, .1, 100, 2.5806, 2.3374", "1, 1, 10, 19.0536, 17.8566"
    })
    void tellsWhatTheTablesSay(double noise, double rate, long steps, double rdp, double pld) {
        Ledger ledger = Ledger.EMPTY.plus(new Charge(noise, rate), steps);
        assertEquals(rdp, accountant.epsilon(ledger, DELTA, Method.RDP), 5e-5);
        assertEquals(pld, accountant.epsilon(ledger, DELTA, Method.PLD), 6e-5);
    }

    @Test
    void naiveCompositionAddsWhatEachStepTellsAtItsShareOfDelta() {
        Ledger ledger = Ledger.EMPTY.plus(new Charge(2, 1), 3).plus(new Charge(4, 1), 1);
        double one = GaussianMechanism.epsilon(2, DELTA / 4);
        double other = GaussianMechanism.epsilon(4, DELTA / 4);
        assertEquals(3 * one + other, accountant.epsilon(ledger, DELTA, Method.NAIVE), 1e-12);
    }

    @Test
    void theNaiveSumIsFarAboveRdpAndRdpAbovePld() {
        Ledger ledger = Ledger.EMPTY.plus(CHARGE, 500);
        double naive = accountant.epsilon(ledger, DELTA, Method.NAIVE);
        double rdp = accountant.epsilon(ledger, DELTA, Method.RDP);
        double pld = accountant.epsilon(ledger, DELTA, Method.PLD);
        assertTrue(naive > 10 * rdp, naive + " to " + rdp);
        assertTrue(rdp > pld, rdp + " to " + pld);
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void anEmptyLedgerHasToldNothing(Method method) {
        assertEquals(0, accountant.epsilon(Ledger.EMPTY, DELTA, method));
        assertEquals(0.5, accountant.odds(Ledger.EMPTY, DELTA, method).best());
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void theForecastIsTheLastStepThatFits(Method method) {
        Ledger before = Ledger.EMPTY.plus(new Charge(2, 0.1), 3);
        double budget = 1.5;

        long left = accountant.stepsLeft(before, CHARGE, DELTA, budget, method);

        Ledger last = before.plus(CHARGE, left);
        assertTrue(accountant.epsilon(last, DELTA, method) <= budget, left + " steps");
        assertTrue(
                accountant.epsilon(last.plus(CHARGE, 1), DELTA, method) > budget, left + " steps");
    }

    @Test
    void everyStepTakenIsOneLessToGo() {
        Ledger fresh = Ledger.EMPTY;
        long left = accountant.stepsLeft(fresh, CHARGE, DELTA, 1, Method.PLD);
        assertTrue(left > 10, left + " steps");
        assertEquals(
                left - 10,
                accountant.stepsLeft(fresh.plus(CHARGE, 10), CHARGE, DELTA, 1, Method.PLD));
    }

    @Test
    void aSpentBudgetAllowsNoStepAndWhatTellsNothingAllowsAll() {
        Ledger spent = Ledger.EMPTY.plus(new Charge(0.5, 1), 10);
        assertEquals(0, accountant.stepsLeft(spent, CHARGE, DELTA, 1, Method.PLD));
        assertEquals(
                Accountant.MOST_STEPS,
                accountant.stepsLeft(spent, new Charge(1, 0), DELTA, 1000, Method.PLD));
    }

    @Test
    void theBestGuesserOfOneGaussianIsItsTotalVariation() {
        Ledger ledger = Ledger.EMPTY.plus(new Charge(1, 1), 1);
        double exact = (1 + GaussianMechanism.delta(1, 0)) / 2;
        assertEquals(exact, accountant.odds(ledger, DELTA, Method.PLD).best(), 1e-8);
    }
}
