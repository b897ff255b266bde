package federarium.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened in a federation, in the past tense.
 *
 * <p>Events carry numbers, ids and hashes, never weights, and no wall time: the same scenario and
 * seed give the same events, bit for bit. Everything a person sees (the live window, a replay, the
 * summary, an export) is a fold over them. The log adds a sequence number and the time, see {@link
 * RecordedEvent}.
 */
public sealed interface FederationEvent {

    /** The round it belongs to; 0 before the first. */
    int round();

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
            implements FederationEvent {

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
            implements FederationEvent {

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

    /** Every node has its edge aggregator, for the whole run. */
    record EdgesAssigned(int round, List<EdgeSeat> edges) implements FederationEvent {}

    /** An edge aggregator and its nodes, in client order. */
    record EdgeSeat(String edge, List<String> nodes) {}

    /**
     * Nodes without a coordinator were linked, for the whole run.
     *
     * @param kind of the graph, as the scenario names it
     * @param neighbours for each node, in client order, the places of those neighbours that come
     *     after it
     */
    record PeersLinked(int round, String kind, List<List<Integer>> neighbours)
            implements FederationEvent {}

    /** The coordinator made the model that everybody starts from; in gossip the mean of theirs. */
    record ModelInitialized(int round, String sha256) implements FederationEvent {}

    /** What a person should know of this run before trusting it. */
    record WarningGiven(int round, String sentence) implements FederationEvent {}

    /**
     * What the messages of every round show, and to whom.
     *
     * @param messages in the order in which they travel
     */
    record VisibilityDeclared(int round, List<Sight> messages) implements FederationEvent {}

    /**
     * What a message shows by itself: {@code plain}, {@code noised}, {@code masked}, {@code
     * ciphertext}, {@code sum only}, {@code share} of a secret that too few know to tell, or {@code
     * nothing} to those who don't get it.
     *
     * @param message what it is
     * @param coordinator to the coordinator
     * @param peer to a node that did not send it
     * @param eavesdropper to whoever reads the line, were that not encrypted
     */
    record Sight(String message, String coordinator, String peer, String eavesdropper) {}

    /** A parameter was changed while the run was going; it acts from this round on. */
    record SettingChanged(int round, String key, String value) implements FederationEvent {}

    /**
     * The coordinator drew the round's cohort.
     *
     * @param emptyBecause why there is nobody in it, or null where there is
     */
    record RoundStarted(int round, List<String> cohort, @Nullable String emptyBecause)
            implements FederationEvent {

        /** A round that somebody takes part in. */
        public RoundStarted(int round, List<String> cohort) {
            this(round, cohort, null);
        }
    }

    /**
     * The global model, or that of its edge, went to a node; in round 0 the first one to a node
     * that holds it itself from then on.
     */
    record ModelSent(int round, String node, long bytes) implements FederationEvent {}

    /**
     * A node began to train, where nodes don't wait for each other.
     *
     * @param number of all such events of the run, from 1
     * @param virtualSeconds simulated, since the start of the run
     * @param arrives when its update will be there, since the start of the run
     */
    record TrainingStarted(
            int round, String node, int number, double virtualSeconds, double arrives)
            implements FederationEvent {}

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
            implements FederationEvent {

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
     * A node's update arrived in a form that shows nothing of it.
     *
     * @param form {@code masked} or {@code ciphertext}
     * @param bytes of all that the node sent for it by then
     * @param virtualSeconds simulated, from sending the model to having it
     */
    record HiddenUpdateReceived(
            int round, String node, String form, long bytes, double virtualSeconds)
            implements FederationEvent {}

    /**
     * A node's update is not in the aggregate, and why.
     *
     * @param score what the rule judged it by, or null where it was refused for another reason
     */
    record UpdateRejected(int round, String node, String reason, @Nullable RuleScore score)
            implements FederationEvent {

        /** Refused for what it is, before any rule judged it. */
        public UpdateRejected(int round, String node, String reason) {
            this(round, node, reason, null);
        }
    }

    /**
     * An update was longer than the clip norm, and was cut to it before it entered the sum.
     *
     * @param norm before
     */
    record UpdateClipped(int round, String node, double norm, double clipNorm)
            implements FederationEvent {}

    /** These nodes sit the round out: it would cost more than is left of their privacy budget. */
    record BudgetsSpent(int round, List<String> nodes) implements FederationEvent {}

    /**
     * What the round told, at most, about anyone whom its noise hides.
     *
     * @param mechanism who added the noise, as the scenario names it
     * @param unit whose taking part is hidden, {@code client} or {@code record}
     * @param clipNorm C of this round
     * @param nextClipNorm that of the next one, where it adapts; otherwise the same
     * @param noiseMultiplier σ as it was set
     * @param accountant how epsilon was reckoned
     * @param repeatable whether the noise was drawn from the run's seed, as for simulated nodes,
     *     and not from the system's secure source
     * @param budget the epsilon a node may spend, or null
     * @param spendings by charge; a node that is not in them was charged nothing
     * @param lastRound the last round for the node that has spent most, if every round it takes
     *     part in costs what this one did; null without a budget, or if that is no longer in sight
     */
    record PrivacySpent(
            int round,
            String mechanism,
            String unit,
            double clipNorm,
            double nextClipNorm,
            double noiseMultiplier,
            double delta,
            String accountant,
            String noiseSource,
            @Nullable Double budget,
            List<Spending> spendings,
            @Nullable Integer lastRound)
            implements FederationEvent {}

    /**
     * The same charge to some nodes, who have now spent the same.
     *
     * @param noise σ over the sensitivity, by which is charged
     * @param rate the chance with which each of them, or of their records, is in a sample
     * @param steps so many samples
     * @param epsilon of all rounds so far
     */
    record Spending(List<String> nodes, double noise, double rate, long steps, double epsilon) {}

    /**
     * The coordinator sent the sum of the updates, which it cannot read, to nodes that can.
     *
     * @param bytes to each of them
     */
    record SumSent(int round, List<String> nodes, long bytes) implements FederationEvent {}

    /**
     * What other runs have told of the rows that this one is on counts here too.
     *
     * @param round the last one that was closed by then
     * @param unit whose taking part was hidden, as it is counted here: {@code client} or {@code
     *     record}
     * @param from who told it
     * @param outside how many other runs on these rows promised such a unit nothing; what they told
     *     is in no sum
     * @param spendings by charge; a node is in several of them where it was charged in several ways
     */
    record SpendingCarried(
            int round, String unit, List<ReadLog> from, int outside, List<Spending> spendings)
            implements FederationEvent {}

    /**
     * Another run's log.
     *
     * @param through number of the last event in it that was taken account of
     */
    record ReadLog(String run, long through) {}

    /**
     * A round that was interrupted is done again with fresh noise: what happened in it so far is
     * undone, and what it told stays spent.
     */
    record RoundRestarted(int round, String reason) implements FederationEvent {}

    /**
     * The updates were combined into the next global model.
     *
     * @param shares the weight each accepted update was given
     * @param sha256 hash of the new model's parameters
     */
    record UpdatesAggregated(int round, List<Share> shares, String sha256)
            implements FederationEvent {}

    /**
     * An edge averaged its nodes' updates, by examples, into its own model; the global one stays as
     * it is.
     *
     * @param sha256 hash of the edge's new model
     */
    record EdgeAggregated(int round, String edge, List<Share> shares, String sha256)
            implements FederationEvent {}

    /** What an edge learned is not in the global model, and why. */
    record EdgeRejected(int round, String edge, String reason, @Nullable RuleScore score)
            implements FederationEvent {}

    /**
     * The root combined its edges' models into the next global model, and all edges go on from it.
     *
     * @param shares the weight each edge was given; here an edge stands where else a node does
     * @param sha256 hash of the new global model
     * @param bytesUp payload of the edges' models
     * @param bytesDown payload of the new model, to every edge; {@link RoundClosed} counts both too
     */
    record EdgesCombined(int round, List<Share> shares, String sha256, long bytesUp, long bytesDown)
            implements FederationEvent {}

    /**
     * A node trained its own model, which no coordinator sees.
     *
     * @param steps local optimiser steps behind it
     * @param loss the node's mean training loss in its last local epoch
     * @param norm Euclidean norm of the difference that it made
     */
    record ModelTrained(int round, String node, int examples, int steps, double loss, double norm)
            implements FederationEvent {}

    /**
     * A node sent its model straight to its neighbours of the round, and got theirs.
     *
     * @param neighbours how many
     * @param bytes payload of what it sent
     */
    record ModelShared(int round, String node, int neighbours, long bytes)
            implements FederationEvent {}

    /**
     * Every node of the round mixed its model with its neighbours'.
     *
     * @param sha256 hash of the plain mean of the models of the nodes that are not dropped
     */
    record ModelsMixed(int round, String sha256) implements FederationEvent {}

    /**
     * How far the nodes are from agreeing.
     *
     * @param distance root mean square distance of their models, without those of dropped nodes, to
     *     the plain mean of them
     * @param spectralGap 1 − contraction: the larger, the faster they agree
     * @param contraction max(|λ₂|, |λₙ|) of the graph's mixing weights, by which a round without
     *     training shrinks the distance when all nodes are awake
     */
    record ConsensusMeasured(int round, double distance, double spectralGap, double contraction)
            implements FederationEvent {}

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
            implements FederationEvent {}

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
            implements FederationEvent {}

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
            implements FederationEvent {}

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
            implements FederationEvent {

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
            implements FederationEvent {}

    /** The yardsticks were not computed, and why. */
    record YardsticksSkipped(int round, String reason) implements FederationEvent {}

    /** The run reached its last round. */
    record RunCompleted(int round, String sha256) implements FederationEvent {}

    /** The run could not go on. */
    record RunFailed(int round, String reason) implements FederationEvent {}
}
