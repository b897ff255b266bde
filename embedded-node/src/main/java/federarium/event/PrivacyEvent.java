package federarium.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What protects the nodes, and what it cost: who sees what, what was cut and hidden, and what
 * privacy was spent.
 */
public sealed interface PrivacyEvent extends FederationEvent {

    /**
     * What the messages of every round show, and to whom.
     *
     * @param messages in the order in which they travel
     */
    record VisibilityDeclared(int round, List<Sight> messages) implements PrivacyEvent {}

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

    /**
     * A node's update arrived in a form that shows nothing of it.
     *
     * @param form {@code masked} or {@code ciphertext}
     * @param bytes of all that the node sent for it by then
     * @param virtualSeconds simulated, from sending the model to having it
     */
    record HiddenUpdateReceived(
            int round, String node, String form, long bytes, double virtualSeconds)
            implements PrivacyEvent {}

    /**
     * An update was longer than the clip norm, and was cut to it before it entered the sum.
     *
     * @param norm before
     */
    record UpdateClipped(int round, String node, double norm, double clipNorm)
            implements PrivacyEvent {}

    /** These nodes sit the round out: it would cost more than is left of their privacy budget. */
    record BudgetsSpent(int round, List<String> nodes) implements PrivacyEvent {}

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
            implements PrivacyEvent {}

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
    record SumSent(int round, List<String> nodes, long bytes) implements PrivacyEvent {}

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
            implements PrivacyEvent {}

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
    record RoundRestarted(int round, String reason) implements PrivacyEvent {}
}
