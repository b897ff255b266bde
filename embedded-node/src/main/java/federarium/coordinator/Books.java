package federarium.coordinator;

import federarium.event.FederationEvent;
import federarium.event.FederationEvent.RoundClosed;
import federarium.event.PrivacyEvent.PrivacySpent;
import federarium.event.PrivacyEvent.RoundRestarted;
import federarium.event.PrivacyEvent.Spending;
import federarium.event.PrivacyEvent.SpendingCarried;
import federarium.privacy.accounting.Charge;
import federarium.privacy.accounting.Ledger;
import federarium.scenario.Privacy;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;

/**
 * What was charged to whom so far. It only grows: a run that goes on, or a branch of it, has what
 * its log says, of rounds that were done again too.
 *
 * @param ledgers by client; who is not in it was charged nothing
 * @param clipNorm C where it adapts, or null before the first round
 */
public record Books(TreePMap<Integer, Ledger> ledgers, @Nullable Double clipNorm) {
    public static final Books EMPTY = new Books(TreePMap.empty(), null);

    /** C of the next round. */
    double clipNorm(Privacy privacy) {
        return privacy.clipping().adaptive() == null || clipNorm == null
                ? privacy.clipping().norm()
                : clipNorm;
    }

    /** What was charged to a client. */
    public Ledger of(int client) {
        return ledgers.getOrDefault(client, Ledger.EMPTY);
    }

    Books charged(int client, Charge charge, long steps) {
        return new Books(ledgers.plus(client, of(client).plus(charge, steps)), clipNorm);
    }

    Books clippingAt(@Nullable Double next) {
        return new Books(ledgers, next);
    }

    /** The books as a log has them. */
    public static Books after(List<FederationEvent> log, ToIntFunction<String> client) {
        Books books = EMPTY;
        Double closedAt = null;
        for (FederationEvent event : log) {
            switch (event) {
                case PrivacySpent spent ->
                        books =
                                books.charged(spent.spendings(), client)
                                        .clippingAt(spent.nextClipNorm());
                case SpendingCarried carried -> books = books.charged(carried.spendings(), client);
                case RoundClosed _ -> closedAt = books.clipNorm;
                case RoundRestarted _ -> books = books.clippingAt(closedAt);
                default -> {}
            }
        }
        return books;
    }

    /** After some more charges. */
    public Books charged(List<Spending> spendings, ToIntFunction<String> client) {
        Books books = this;
        for (Spending each : spendings) {
            Charge charge = new Charge(each.noise(), each.rate());
            for (String node : each.nodes()) {
                books = books.charged(client.applyAsInt(node), charge, each.steps());
            }
        }
        return books;
    }
}
