package federarium.coordinator;

import federarium.privacy.accounting.Accountant;
import federarium.privacy.accounting.Accountant.Method;
import federarium.privacy.accounting.Ledger;
import federarium.scenario.Privacy;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** What ledgers amount to, at the δ and by the method that a scenario asks for. */
public record Reckoning(Privacy privacy, Accountant accountant) {

    /** ε in nine digits, rounded up: so far all machines agree, whatever their sine. */
    public double epsilon(Ledger ledger) {
        double exact = accountant.epsilon(ledger, privacy.delta(), method());
        return Double.isInfinite(exact)
                ? exact
                : BigDecimal.valueOf(exact)
                        .round(new MathContext(9, RoundingMode.CEILING))
                        .doubleValue();
    }

    Method method() {
        return switch (privacy.accountant()) {
            case RDP -> Method.RDP;
            case PLD -> Method.PLD;
        };
    }
}
