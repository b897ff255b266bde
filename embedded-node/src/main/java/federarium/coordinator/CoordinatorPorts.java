package federarium.coordinator;

import federarium.event.Step;
import java.util.List;

/** What the coordinator is connected to. */
public record CoordinatorPorts(
        EventLog log,
        Nodes nodes,
        Sums sums,
        Pace pace,
        RootTrainer root,
        Evaluator evaluator,
        Valuer valuer,
        YardstickSource yardsticks,
        Signals signals) {

    /** The nodes, as far as they are told something that needs no answer. */
    @FunctionalInterface
    public interface Nodes {

        /** These updates of a round were taken, and no others, before this returns. */
        void taken(int round, List<Integer> clients);
    }

    /** Who hears of progress as it happens. */
    public interface Signals {

        void stepEntered(int round, Step step);

        void nodeTrained(int round, int client);
    }
}
