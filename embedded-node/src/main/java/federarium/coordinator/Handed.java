package federarium.coordinator;

import federarium.coordinator.CoordinatorInput.SumCollected;
import federarium.scenario.Concealment;
import java.util.List;

/**
 * What the nodes of a round hand in for the sum.
 *
 * @param ready who has an update, in client order
 */
record Handed(RunPlan plan, RoundState state, List<Integer> ready) {

    SumTerms terms() {
        return SumTerms.of(plan, state, ready.size());
    }

    /** Those whose update would come after the deadline. */
    List<Integer> late() {
        double deadline = deadline();
        SumTerms terms = terms();
        return ready.stream().filter(client -> seconds(client, terms) > deadline).toList();
    }

    private double deadline() {
        return state.scenario().devices().stragglers().deadline();
    }

    /** From sending the model to having the update, if nobody drops out. */
    private double seconds(int client, SumTerms terms) {
        Trips trips = trips();
        return trips.seconds(
                client,
                trips.bytesDown(client) + terms.bytesDown(),
                trips.plannedSteps(client),
                terms.bytesUp(plan.nodes().size()));
    }

    private Trips trips() {
        return new Trips(plan, state.scenario());
    }

    /** The round with what came of it. */
    RoundState collected(SumCollected answer) {
        SumTerms terms = terms();
        RoundState told = state;
        for (int client : ready) {
            double seconds = seconds(client, terms);
            String refusal = answer.missing().get(client);
            if (seconds > deadline()) {
                refusal = Report.late(seconds, deadline());
            } else if (refusal == null) {
                refusal = answer.withheld();
            }
            told =
                    told.withReport(
                            client,
                            new Report.Hidden(
                                    form(),
                                    trips().plannedSteps(client),
                                    seconds,
                                    answer.traffic().getOrDefault(client, Traffic.NONE),
                                    refusal));
        }
        return told;
    }

    /** The round in which nothing was handed in, for that reason. */
    RoundState withheld(String reason) {
        RoundState told = state;
        for (int client : ready) {
            told = told.withReport(client, new Report.Missing(reason));
        }
        return told;
    }

    private String form() {
        return state.scenario().concealment() == Concealment.MASKS ? "masked" : "ciphertext";
    }
}
