package federarium.coordinator;

import federarium.event.Step;

/** What the coordinator is connected to. */
public record CoordinatorPorts(
        EventLog log,
        Pace pace,
        RootTrainer root,
        Evaluator evaluator,
        YardstickSource yardsticks,
        Signals signals) {

    /** Who hears of progress as it happens. */
    public interface Signals {

        void stepEntered(int round, Step step);

        void nodeTrained(int round, int client);
    }
}
