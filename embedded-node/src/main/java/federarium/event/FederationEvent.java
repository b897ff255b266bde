package federarium.event;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened in a federation, in the past tense.
 *
 * <p>Events carry numbers, ids and hashes, never weights, and no wall time: the same scenario and
 * seed give the same events, bit for bit. Everything a person sees (the live window, a replay, the
 * summary, an export) is a fold over them. The log adds a sequence number and the time, see {@link
 * RecordedEvent}.
 */
public sealed interface FederationEvent
        permits FederationEvent.Common, PrivacyEvent, WebEvent, EvidenceEvent, RewardEvent {

    /** The round it belongs to; 0 before the first. */
    int round();

    /** Every type of event there is. */
    static Stream<Class<?>> types() {
        return types(FederationEvent.class);
    }

    private static Stream<Class<?>> types(Class<?> kind) {
        return kind.isRecord()
                ? Stream.of(kind)
                : Stream.of(kind.getPermittedSubclasses()).flatMap(FederationEvent::types);
    }

    /** What every kind of run tells. */
    sealed interface Common extends FederationEvent {}

    /**
     * A run began.
     *
     * @param run the run's id, the only part of a log that differs between two equal runs
     * @param model the model's kind
     * @param parameters its number of float32 parameters; under FedPer, of those that are shared
     * @param compute the engine that trains it, {@code vector} or {@code dl4j}
     * @param labels the names of the classes, in label order
     * @param headline the measure the scenario is judged by, {@code accuracy} or {@code
     *     averagePrecision}
     */
    record RunStarted(
            int round,
            String run,
            String scenario,
            long seed,
            int rounds,
            String model,
            int parameters,
            String compute,
            List<String> labels,
            String headline)
            implements Common {

        /** The same run under another id, as a fork or a copy has it. */
        public RunStarted under(String id) {
            return new RunStarted(
                    round,
                    id,
                    scenario,
                    seed,
                    rounds,
                    model,
                    parameters,
                    compute,
                    labels,
                    headline);
        }
    }

    /**
     * A node took its seat.
     *
     * @param name what people call it, from the data where it has names of its own
     * @param examples its training rows
     * @param testExamples its held-out rows
     * @param labelCounts training rows per label
     * @param device what it runs on, simulated
     */
    record NodeJoined(
            int round,
            String node,
            String name,
            int examples,
            int testExamples,
            List<Integer> labelCounts,
            String device)
            implements Common {

        /** A node on an ordinary computer. */
        public NodeJoined(
                int round,
                String node,
                String name,
                int examples,
                int testExamples,
                List<Integer> labelCounts) {
            this(round, node, name, examples, testExamples, labelCounts, "ordinary computer");
        }
    }

    /** The coordinator made the model that everybody starts from; in gossip the mean of theirs. */
    record ModelInitialized(int round, String sha256) implements Common {}

    /** What a person should know of this run before trusting it. */
    record WarningGiven(int round, String sentence) implements Common {}

    /** A parameter was changed while the run was going; it acts from this round on. */
    record SettingChanged(int round, String key, String value) implements Common {}

    /**
     * The coordinator drew the round's cohort.
     *
     * @param emptyBecause why there is nobody in it, or null where there is
     */
    record RoundStarted(int round, List<String> cohort, @Nullable String emptyBecause)
            implements Common {

        /** A round that somebody takes part in. */
        public RoundStarted(int round, List<String> cohort) {
            this(round, cohort, null);
        }
    }

    /**
     * The global model, or that of its edge, went to a node; in round 0 the first one to a node
     * that holds it itself from then on.
     */
    record ModelSent(int round, String node, long bytes) implements Common {}

    /**
     * A node began to train, where nodes don't wait for each other.
     *
     * @param number of all such events of the run, from 1
     * @param virtualSeconds simulated, since the start of the run
     * @param arrives when its update will be there, since the start of the run
     */
    record TrainingStarted(
            int round, String node, int number, double virtualSeconds, double arrives)
            implements Common {}

    /**
     * A node's update arrived at the coordinator, or at its edge.
     *
     * @param steps local optimiser steps behind it
     * @param loss the node's mean training loss in its last local epoch
     * @param norm Euclidean norm of the update
     * @param virtualSeconds simulated, from sending the model to having the update
     */
    record UpdateReceived(
            int round,
            String node,
            int examples,
            int steps,
            double loss,
            double norm,
            long bytes,
            double virtualSeconds)
            implements Common {

        /** An update that took no time. */
        public UpdateReceived(
                int round,
                String node,
                int examples,
                int steps,
                double loss,
                double norm,
                long bytes) {
            this(round, node, examples, steps, loss, norm, bytes, 0);
        }

        /** The same after so many virtual seconds. */
        public UpdateReceived after(double seconds) {
            return new UpdateReceived(round, node, examples, steps, loss, norm, bytes, seconds);
        }
    }

    /**
     * A node's update is not in the aggregate, and why.
     *
     * @param score what the rule judged it by, or null where it was refused for another reason
     */
    record UpdateRejected(int round, String node, String reason, @Nullable RuleScore score)
            implements Common {

        /** Refused for what it is, before any rule judged it. */
        public UpdateRejected(int round, String node, String reason) {
            this(round, node, reason, null);
        }
    }

    /**
     * The updates were combined into the next global model.
     *
     * @param shares the weight each accepted update was given
     * @param sha256 hash of the new model's parameters
     */
    record UpdatesAggregated(int round, List<Share> shares, String sha256) implements Common {}

    /**
     * The weight that a node's update was given.
     *
     * @param score what the rule judged it by, or null where it judges nobody
     */
    record Share(String node, double weight, @Nullable RuleScore score) {

        /** A share under a rule that judges nobody. */
        public Share(String node, double weight) {
            this(node, weight, null);
        }
    }

    /** A number that a rule judges an update by, such as its norm, and what it is called. */
    record RuleScore(String name, double value) {}

    /**
     * The global model, in gossip the plain mean of the nodes' models, was measured on rows held
     * out from every node.
     *
     * @param auc area under the ROC curve; two classes only
     * @param averagePrecision average precision of the second class; two classes only
     * @param nodes the same model, in a hierarchy that of the node's edge, in gossip the node's
     *     own, on each node's own held-out rows, for nodes that have some
     */
    record ModelEvaluated(
            int round,
            double accuracy,
            double loss,
            @Nullable Double auc,
            @Nullable Double averagePrecision,
            List<NodeScore> nodes)
            implements Common {}

    /**
     * The nodes' own models were measured, each on its node's own held-out rows.
     *
     * @param kind {@code ditto}: models that nodes train beside the global one; {@code fedPer}: the
     *     global model with each node's own last layers. The global model alone is no whole one
     *     then, and the figures of {@link ModelEvaluated} are those of these models too
     * @param accuracy over all held-out rows together
     * @param nodes for nodes that have some
     */
    record PersonalModelsMeasured(int round, String kind, double accuracy, List<NodeScore> nodes)
            implements Common {}

    /**
     * The global model, that of its edge, or its own, on one node's own held-out rows.
     *
     * @param averagePrecision for two classes, where the node's rows hold both
     */
    record NodeScore(String node, double accuracy, @Nullable Double averagePrecision) {}

    /**
     * What the round cost on the nodes' simulated devices, and what it would have on pooled rows.
     * Where nodes don't wait for each other, that of the trips that ended in it.
     *
     * @param nodes what it cost each node that took part
     * @param joules of all of them
     * @param grams of CO2 for these
     */
    record RoundCosted(
            int round, List<NodeCost> nodes, double joules, double grams, Pooling pooling)
            implements Common {}

    /** A node's virtual seconds, from sending the model to having the update, and its joules. */
    record NodeCost(String node, double seconds, double joules) {}

    /**
     * The same where every node uploads its raw rows once, in round 0, and one server sees as many
     * rows as the nodes did together.
     *
     * @param bytes of raw rows
     */
    record Pooling(long bytes, double seconds, double joules, double grams) {
        public static final Pooling NONE = new Pooling(0, 0, 0, 0);

        public Pooling plus(Pooling more) {
            return new Pooling(
                    bytes + more.bytes,
                    seconds + more.seconds,
                    joules + more.joules,
                    grams + more.grams);
        }
    }

    /**
     * The round is over and durable; bytes are the round's own.
     *
     * @param virtualSeconds simulated, since the start of the run
     */
    record RoundClosed(int round, long bytesUp, long bytesDown, double virtualSeconds)
            implements Common {

        /** A round at whose end no time has passed. */
        public RoundClosed(int round, long bytesUp, long bytesDown) {
            this(round, bytesUp, bytesDown, 0);
        }
    }

    /**
     * What training without a federation gives after the same number of epochs: every node alone,
     * and all rows pooled in one place. Measured in the background at a few rounds and logged at
     * the end, so {@code round} says what it is comparable with.
     *
     * @param aloneMean mean over the nodes of the headline measure on the global test rows
     * @param aloneWorst the worst node's
     */
    record YardstickMeasured(int round, double aloneMean, double aloneWorst, double pooled)
            implements Common {}

    /** The yardsticks were not computed, and why. */
    record YardsticksSkipped(int round, String reason) implements Common {}

    /** The run reached its last round. */
    record RunCompleted(int round, String sha256) implements Common {}

    /** The run could not go on. */
    record RunFailed(int round, String reason) implements Common {}
}
