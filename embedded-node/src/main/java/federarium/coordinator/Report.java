package federarium.coordinator;

import federarium.event.FederationEvent;
import federarium.event.FederationEvent.UpdateReceived;
import federarium.event.FederationEvent.UpdateRejected;
import federarium.scenario.Decimals;
import federarium.update.ClientUpdate;
import federarium.update.Weights;
import java.util.List;

/** What came back from a client in a round. */
public sealed interface Report {

    /** What the log says of it. */
    List<FederationEvent> events(int round, String node);

    /**
     * Its update, and the norm of it, measured once, as it arrived.
     *
     * @param seconds virtual, from sending the model to having the update
     * @param deadline the most of these, or infinity
     */
    record Received(ClientUpdate update, double norm, double seconds, double deadline)
            implements Report {

        boolean isLate() {
            return seconds > deadline;
        }

        /** Whether it can be combined. */
        boolean isUsable() {
            return isFinite() && !isLate();
        }

        /** Whether every value is a number, and none infinite. */
        boolean isFinite() {
            Weights control = update.controlChange();
            return Double.isFinite(norm) && (control == null || control.isFinite());
        }

        @Override
        public List<FederationEvent> events(int round, String node) {
            FederationEvent received =
                    new UpdateReceived(
                            round,
                            node,
                            update.examples(),
                            update.steps(),
                            update.loss(),
                            norm,
                            update.bytes(),
                            seconds);
            return isUsable()
                    ? List.of(received)
                    : List.of(received, new UpdateRejected(round, node, refusal()));
        }

        private String refusal() {
            return isFinite()
                    ? "late: %s s where the deadline is %s s"
                            .formatted(Decimals.above(seconds, deadline), Decimals.plain(deadline))
                    : "the update holds values that are not finite";
        }
    }

    /** Nothing that can be used, and why. */
    record Missing(String reason) implements Report {

        @Override
        public List<FederationEvent> events(int round, String node) {
            return List.of(new UpdateRejected(round, node, reason));
        }
    }

    /**
     * The report that an update makes: one that cannot fit the model is as good as missing.
     *
     * @param parameters the model's size
     * @param seconds virtual, that it took
     * @param deadline the most of these, or infinity
     */
    static Report of(ClientUpdate update, int parameters, double seconds, double deadline) {
        if (update.delta().size() != parameters) {
            return new Missing(
                    "sent %d parameters where the model has %d"
                            .formatted(update.delta().size(), parameters));
        }
        if (update.examples() < 1) {
            return new Missing("claims %d training rows".formatted(update.examples()));
        }
        Weights control = update.controlChange();
        if (control != null && control.size() != parameters) {
            return new Missing(
                    "sent a control variate of %d values where the model has %d parameters"
                            .formatted(control.size(), parameters));
        }
        return new Received(update, update.delta().norm(), seconds, deadline);
    }
}
