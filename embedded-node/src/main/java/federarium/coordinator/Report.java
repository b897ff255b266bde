package federarium.coordinator;

import federarium.coordinator.CoordinatorInput.PeerAnswer;
import federarium.coordinator.CoordinatorInput.PeerMissing;
import federarium.coordinator.CoordinatorInput.PeerMixed;
import federarium.coordinator.CoordinatorInput.PeerSent;
import federarium.coordinator.CoordinatorInput.PeerTrained;
import federarium.event.FederationEvent;
import federarium.event.FederationEvent.UpdateReceived;
import federarium.event.FederationEvent.UpdateRejected;
import federarium.event.PrivacyEvent.HiddenUpdateReceived;
import federarium.event.WebEvent.ModelShared;
import federarium.event.WebEvent.ModelTrained;
import federarium.scenario.Decimals;
import federarium.update.ClientUpdate;
import federarium.update.Weights;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came back from a client in a round. */
public sealed interface Report {

    String NOT_FINITE = "the update holds values that are not finite";

    /** Why an update is refused that came after a deadline. */
    static String late(double seconds, double deadline) {
        return "late: %s s where the deadline is %s s"
                .formatted(Decimals.above(seconds, deadline), Decimals.plain(deadline));
    }

    /** What the log says of it. */
    List<FederationEvent> events(int round, String node);

    /** Payload bytes of it. */
    default long bytes() {
        return 0;
    }

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
        public long bytes() {
            return update.bytes();
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
            return isFinite() ? late(seconds, deadline) : NOT_FINITE;
        }
    }

    /** It has trained, and keeps what it learned until it can be hidden. */
    record Kept(boolean finite) implements Report {
        @Override
        public List<FederationEvent> events(int round, String node) {
            return finite ? List.of() : List.of(new UpdateRejected(round, node, NOT_FINITE));
        }
    }

    /**
     * What a node handed in for a sum, of which nothing is seen but how long it is.
     *
     * @param steps that it was to train
     * @param seconds virtual, from sending the model to having it
     * @param refusal why it is not in the sum, or null where it is
     */
    record Hidden(String form, int steps, double seconds, Traffic traffic, @Nullable String refusal)
            implements Report {

        @Override
        public long bytes() {
            return traffic.up();
        }

        @Override
        public List<FederationEvent> events(int round, String node) {
            return refusal == null
                    ? List.of(new HiddenUpdateReceived(round, node, form, traffic.up(), seconds))
                    : List.of(new UpdateRejected(round, node, refusal));
        }
    }

    /** Nothing that can be used, and why. */
    record Missing(String reason) implements Report {

        @Override
        public List<FederationEvent> events(int round, String node) {
            return List.of(new UpdateRejected(round, node, reason));
        }
    }

    /** What an edge made of its nodes' updates. */
    record OfEdge(EdgeReport report) implements Report {
        @Override
        public long bytes() {
            return report.bytes();
        }

        @Override
        public List<FederationEvent> events(int round, String edge) {
            return report.receipts();
        }
    }

    /**
     * What a node without a coordinator did.
     *
     * @param size bytes of a model
     */
    record OfPeer(PeerAnswer answer, long size) implements Report {

        /** Whether its neighbours can go on with it. */
        boolean isUsable() {
            return !(answer instanceof PeerMissing) && !hasDiverged();
        }

        boolean hasDiverged() {
            return answer instanceof PeerTrained trained && !Double.isFinite(trained.norm());
        }

        @Override
        public long bytes() {
            return answer instanceof PeerSent sent ? sent.delivered() * size : 0;
        }

        @Override
        public List<FederationEvent> events(int round, String node) {
            return switch (answer) {
                case PeerTrained trained -> trained(trained, node);
                case PeerSent sent ->
                        List.of(new ModelShared(round, node, sent.delivered(), bytes()));
                case PeerMixed _ -> List.of();
                case PeerMissing missing -> missing(round, node, missing.reason());
            };
        }

        private List<FederationEvent> trained(PeerTrained trained, String node) {
            FederationEvent event =
                    new ModelTrained(
                            trained.round(),
                            node,
                            trained.examples(),
                            trained.steps(),
                            trained.loss(),
                            trained.norm());
            String reason =
                    "the model holds values that are not finite; its neighbours mix without";
            return isUsable()
                    ? List.of(event)
                    : List.of(event, new UpdateRejected(trained.round(), node, reason));
        }

        private static List<FederationEvent> missing(int round, String node, String reason) {
            return List.of(
                    new UpdateRejected(round, node, reason + "; its neighbours mix without it"));
        }
    }

    /**
     * The report that an update makes: one that cannot fit the model is as good as missing.
     *
     * @param parameters the model's size
     * @param mostSteps that its sender's training can come to
     * @param seconds virtual, that it took
     * @param deadline the most of these, or infinity
     */
    static Report of(
            ClientUpdate update, int parameters, int mostSteps, double seconds, double deadline) {
        if (update.delta().size() != parameters) {
            return new Missing(
                    "sent %d parameters where the model has %d"
                            .formatted(update.delta().size(), parameters));
        }
        if (update.examples() < 1) {
            return new Missing("claims %d training rows".formatted(update.examples()));
        }
        if (update.steps() < 1) {
            return new Missing("claims %d training steps".formatted(update.steps()));
        }
        if (update.steps() > mostSteps) {
            return new Missing(
                    "claims %d training steps where its plan has at most %d"
                            .formatted(update.steps(), mostSteps));
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
