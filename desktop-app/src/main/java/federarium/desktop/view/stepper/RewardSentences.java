package federarium.desktop.view.stepper;

import federarium.desktop.feed.Headline;
import federarium.desktop.text.Figures;
import federarium.event.RewardEvent.CreditsPaid;
import federarium.event.RewardEvent.Payment;
import federarium.projection.FederationState;
import java.util.Comparator;
import java.util.List;

/** What a round paid for its updates. */
final class RewardSentences {
    private RewardSentences() {}

    /** The end of the fifth step's sentence; empty where no rule pays. */
    static String paid(FederationState state) {
        CreditsPaid paid = state.round().findings().paid();
        if (paid == null) {
            return "";
        }
        List<Payment> payments = paid.payments();
        double sum = payments.stream().mapToDouble(Payment::credits).sum();
        String most =
                payments.stream()
                        .max(Comparator.comparingDouble(Payment::credits))
                        .filter(best -> best.credits() > 0)
                        .map(best ->
                                ", most to %s (%s)"
                                        .formatted(
                                                Headline.name(state, best.node()),
                                                Figures.gain(best.credits())))
                        .orElse("");
        return " Paid by %s: %s of %s credits%s."
                .formatted(paid.rule(), Figures.credits(sum), Figures.credits(paid.pot()), most);
    }
}
