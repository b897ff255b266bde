package federarium.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.event.FederationEvent.PersonalModelsMeasured;
import federarium.event.FederationEvent.RunStarted;
import federarium.projection.FederationState;
import federarium.projection.NodeState;
import federarium.projection.RoundPoint;
import federarium.scenario.Scenario;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Nodes with models of their own, on digits of which every node has but two kinds. */
class PersonalModelsTest {
    /** 64 inputs to 32 units; the 330 parameters from there to 10 digits stay. */
    private static final int SHARED = 65 * 32;

    @Test
    void dittoLeavesTheGlobalModelAsItIsAndFitsEveryNodeBetter() {
        FederationState plain = run(skewed(20));
        FederationState ditto = run(skewed(20).with("personal.kind", "ditto"));
        RoundPoint last = ditto.points().getLast();

        assertEquals(plain.modelSha256(), ditto.modelSha256());
        assertNull(plain.points().getLast().personal());
        assertTrue(
                own(last).accuracy() > last.evaluation().accuracy() + .05,
                own(last).accuracy() + " after " + last.evaluation().accuracy());
    }

    @Test
    void aNodeThatHasNotTrainedYetUsesTheGlobalModel() {
        FederationState state =
                run(skewed(1).with("personal.kind", "ditto").with("cohort.fraction", "0.1"));

        assertEquals(
                state.points().get(0).evaluation().nodes(), own(state.points().get(0)).nodes());
        for (NodeState node : state.nodes().list()) {
            boolean trained = state.points().get(1).cohort().contains(node.id());
            assertEquals(trained, !Objects.equals(node.score(), node.own()), node.id());
        }
    }

    @Test
    void fedPerSendsTheFirstLayersAlone() {
        FederationState state = run(skewed(20).with("personal.kind", "fedPer"));
        RoundPoint last = state.points().getLast();
        RunStarted started = state.run();

        assertEquals(SHARED, started == null ? 0 : started.parameters());
        assertEquals(8L * SHARED * Float.BYTES, last.bytesUp());
        assertEquals(8L * SHARED * Float.BYTES, last.bytesDown());
    }

    @Test
    void fedPerMeasuresTheModelsThatNodesUse() {
        FederationState plain = run(skewed(20));
        RoundPoint last = run(skewed(20).with("personal.kind", "fedPer")).points().getLast();

        assertEquals(own(last).accuracy(), last.evaluation().accuracy());
        assertEquals(own(last).nodes(), last.evaluation().nodes());
        assertTrue(
                own(last).accuracy() > plain.points().getLast().evaluation().accuracy() + .05,
                "accuracy " + own(last).accuracy());
    }

    @Test
    void fedPerGoesWithControlsCompressionAndTheOtherEngine() {
        Scenario scenario =
                skewed(3)
                        .with("personal.kind", "fedPer")
                        .with("aggregation.rule", "scaffold")
                        .with("compression.kind", "topK")
                        .with("model.activation", "tanh");
        double vector = run(scenario).points().getLast().evaluation().loss();
        double dl4j = run(scenario.with("compute", "dl4j")).points().getLast().evaluation().loss();

        assertEquals(vector, dl4j, .05);
    }

    private static PersonalModelsMeasured own(RoundPoint point) {
        PersonalModelsMeasured own = point.personal();
        assertNotNull(own);
        return own;
    }

    private static FederationState run(Scenario scenario) {
        return Runs.fold(Runs.log(scenario, 2));
    }

    private static Scenario skewed(int rounds) {
        return Runs.digits(rounds).with("partition.kind", "pathological");
    }
}
