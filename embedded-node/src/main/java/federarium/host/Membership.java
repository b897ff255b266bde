package federarium.host;

import federarium.coordinator.Reckoning;
import federarium.data.FederatedData;
import federarium.host.Betrayal.Bound;
import federarium.lab.LossThreshold;
import federarium.model.Predictions;
import federarium.privacy.accounting.Accountant;
import federarium.privacy.accounting.Ledger;
import federarium.scenario.BadInputException;
import federarium.scenario.Concealment;
import federarium.scenario.Privacy;
import federarium.scenario.Privacy.Mechanism;
import federarium.update.Weights;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Guesses by the loss of a model which rows a node has trained it on. */
public final class Membership {
    /** With fewer rows held out by the node those of all are taken. */
    private static final int FEW = 20;

    private final Exhibit exhibit;

    public Membership(Exhibit exhibit) {
        this.exhibit = exhibit;
    }

    /** Where the attacker looks. */
    public enum View {
        /** The model after the round, as everybody has it. */
        RELEASED,
        /** The node's own model: x and its update, as the coordinator sees it. */
        UPDATE
    }

    /**
     * Attacks.
     *
     * @throws BadInputException if nobody sees that
     */
    public Betrayal attack(View view) {
        Weights model = view == View.RELEASED ? released() : own();
        FederatedData data = exhibit.data();
        int[] own = data.nodes().get(exhibit.client()).test();
        boolean enough = own.length >= FEW;
        LossThreshold attack =
                LossThreshold.of(
                        losses(model, exhibit.rows()), losses(model, enough ? own : data.test()));
        String noBound = noBound(view);
        return new Betrayal(
                exhibit.run(),
                exhibit.round(),
                exhibit.node(),
                view.name().toLowerCase(Locale.ROOT),
                enough ? "own" : "all",
                attack,
                attack.advantage(),
                attack.low(),
                attack.high(),
                noBound == null ? bound() : null,
                noBound);
    }

    private Weights released() {
        if (exhibit.isChanged()) {
            throw new BadInputException(
                    "--set: the released model is what it is; allowed with --view update");
        }
        Weights released = exhibit.released();
        if (released == null) {
            throw new BadInputException(
                    "--round: %s kept no model of round %d; allowed with --view update, or another round"
                            .formatted(exhibit.run(), exhibit.round()));
        }
        return released;
    }

    private Weights own() {
        if (exhibit.scenario().concealment() != Concealment.NONE) {
            throw new BadInputException(
                    "--view: nobody sees the update of a single node where updates are hidden;"
                            + " allowed: released");
        }
        return exhibit.model().plus(exhibit.update().delta());
    }

    private double[] losses(Weights model, int[] rows) {
        Predictions predictions = new Predictions(exhibit.data().dataset(), rows);
        exhibit.models()
                .with(engine -> {
                    engine.load(model);
                    predictions.predict(engine, 0, rows.length);
                    return engine;
                });
        double[] losses = new double[rows.length];
        for (int i = 0; i < losses.length; i++) {
            losses[i] = predictions.meanLoss(i, i + 1);
        }
        return losses;
    }

    private @Nullable String noBound(View view) {
        Mechanism mechanism = exhibit.scenario().privacy().mechanism();
        if (mechanism == Mechanism.NONE) {
            return "no noise is added, so nothing bounds what an attack can come to";
        }
        if (view == View.UPDATE && mechanism.coversTheSum()) {
            return "central noise is added after the coordinator has seen the update: it promises"
                    + " nothing of this view";
        }
        if (exhibit.isChanged() && exhibit.round() > 1) {
            return "the model that the node began with was trained otherwise; a bound of this noise"
                    + " alone holds in round 1";
        }
        return null;
    }

    private Bound bound() {
        Privacy privacy = exhibit.scenario().privacy();
        Ledger ledger = exhibit.isChanged() ? exhibit.charge() : exhibit.charged();
        Accountant accountant = new Accountant();
        double epsilon = new Reckoning(privacy, accountant).epsilon(ledger);
        double less = StrictMath.exp(-epsilon);
        double ceiling = Math.min(1, (1 - less + 2 * privacy.delta() * less) / (1 + less));
        return new Bound(
                privacy.mechanism().unit().name().toLowerCase(Locale.ROOT),
                epsilon,
                privacy.delta(),
                ceiling,
                Math.min(ceiling, accountant.advantage(ledger)));
    }
}
