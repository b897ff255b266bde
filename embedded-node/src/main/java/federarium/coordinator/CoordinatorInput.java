package federarium.coordinator;

import federarium.event.EvidenceEvent.BackdoorMeasured;
import federarium.event.FederationEvent;
import federarium.event.FederationEvent.ModelEvaluated;
import federarium.event.FederationEvent.PersonalModelsMeasured;
import federarium.event.Step;
import federarium.privacy.quantisation.RingVector;
import federarium.update.ClientUpdate;
import federarium.update.Weights;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the outside tells the round machine. */
public sealed interface CoordinatorInput {

    /** The run begins, or goes on after a round that is already closed. */
    record Begin() implements CoordinatorInput {}

    /** The clock lets the run enter a step. */
    record StepPermitted(int round, Step step) implements CoordinatorInput {}

    /** A node of the cohort sent its update. */
    record UpdateArrived(ClientUpdate update) implements CoordinatorInput {}

    /** A node of the cohort will send none, and why. */
    record UpdateMissing(int round, int client, String reason) implements CoordinatorInput {}

    /**
     * A node has trained and keeps its update.
     *
     * @param finite whether every value of it is a number, and none infinite
     */
    record TrainingEnded(int round, int client, boolean finite) implements CoordinatorInput {}

    /**
     * The nodes have handed in what goes into the sum.
     *
     * @param traffic of each node that sent or was sent something
     * @param missing of those whose update is not in the sum, and why
     * @param withheld why the sum cannot be opened, or null where it can
     */
    record SumCollected(
            int round,
            SortedMap<Integer, Traffic> traffic,
            SortedMap<Integer, String> missing,
            @Nullable String withheld)
            implements CoordinatorInput {
        /** What is told stays as it was told, whatever its teller notes down afterwards. */
        public SumCollected {
            traffic = Collections.unmodifiableSortedMap(new TreeMap<>(traffic));
            missing = Collections.unmodifiableSortedMap(new TreeMap<>(missing));
        }
    }

    /**
     * The sum, and nothing of its parts.
     *
     * @param traffic that opening it took
     */
    record SumOpened(int round, RingVector sum, Traffic traffic) implements CoordinatorInput {}

    /**
     * The nodes opened the sum themselves, and moved the model that they alone have.
     *
     * @param sha256 of that model
     * @param bytes of the sum as it went to each node
     */
    record ModelMoved(int round, String sha256, long bytes, Traffic traffic)
            implements CoordinatorInput {}

    /** The sum could not be opened, and why. */
    record SumWithheld(int round, String reason, Traffic traffic) implements CoordinatorInput {}

    /** An edge averaged what its nodes sent. */
    record EdgeAnswered(EdgeReport report) implements CoordinatorInput {}

    /** An edge will not answer, and why. */
    record EdgeMissing(int round, int edge, String reason) implements CoordinatorInput {}

    /** An answer of a node without a coordinator; of its model only what is measured is told. */
    sealed interface PeerAnswer extends CoordinatorInput {
        int round();

        int client();
    }

    /** It trained its own model. */
    record PeerTrained(int round, int client, int examples, int steps, double loss, double norm)
            implements PeerAnswer {}

    /**
     * It sent its model.
     *
     * @param delivered to how many neighbours
     */
    record PeerSent(int round, int client, int delivered) implements PeerAnswer {}

    /** It mixed, and this is its model now, for whoever measures and keeps it. */
    record PeerMixed(int round, int client, Weights model) implements PeerAnswer {}

    /** It will not answer, and why. */
    record PeerMissing(int round, int client, String reason) implements PeerAnswer {}

    /** What training on the coordinator's own examples gave. */
    record RootTrained(ClientUpdate update) implements CoordinatorInput {}

    /**
     * The model that was asked about has been measured, the nodes' own where they have some, and
     * how far it obeys a trigger where there may be one.
     */
    record ModelMeasured(
            ModelEvaluated evaluation,
            @Nullable PersonalModelsMeasured personal,
            @Nullable BackdoorMeasured backdoor)
            implements CoordinatorInput {

        /** Where nobody looks for a trigger. */
        public ModelMeasured(ModelEvaluated evaluation, PersonalModelsMeasured personal) {
            this(evaluation, personal, null);
        }

        /** The same with how far it obeys a trigger. */
        public ModelMeasured with(BackdoorMeasured found) {
            return new ModelMeasured(evaluation, personal, found);
        }

        /** Where every node uses the global model. */
        public ModelMeasured(ModelEvaluated evaluation) {
            this(evaluation, null, null);
        }

        /** What the log says of it. */
        List<FederationEvent> events() {
            return Stream.of(evaluation, personal, backdoor)
                    .<FederationEvent>mapMulti((each, next) -> {
                        if (each != null) {
                            next.accept(each);
                        }
                    })
                    .toList();
        }
    }

    /**
     * What the round's updates are worth.
     *
     * @param scores by the rule that pays first, where it is one that values updates
     */
    record UpdatesValued(int round, List<Valuation.Scores> scores) implements CoordinatorInput {}

    /** Somebody changed a live setting; it was checked to fit. */
    record SettingRequested(String key, String value) implements CoordinatorInput {}

    /** The yardsticks are known, or known to be skipped. */
    record YardsticksReady(List<FederationEvent> events) implements CoordinatorInput {}
}
