package federarium.desktop.view.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import federarium.desktop.feed.Frame;
import federarium.desktop.view.charts.Trace.Kind;
import federarium.event.FederationEvent;
import federarium.event.FederationEvent.ModelEvaluated;
import federarium.event.FederationEvent.NodeJoined;
import federarium.event.FederationEvent.NodeScore;
import federarium.event.FederationEvent.PersonalModelsMeasured;
import federarium.event.FederationEvent.RoundClosed;
import federarium.event.WebEvent.PeersLinked;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TracesTest {
    private Frame frame = Frame.EMPTY;

    TracesTest() {
        tell(new NodeJoined(0, "c01", "c01", 100, 10, List.of(50, 50)));
    }

    @Test
    void modelsThatNodesTrainForThemselvesHaveALineBesideTheGlobalOne() {
        measure("ditto");
        assertEquals(List.of("worst c01", "mean of own models", "global"), names());
        assertEquals(.9, trace(Kind.OWN).end().value());
    }

    @Test
    void whereNodesKeepLayersTheOnlyLineIsThatOfTheirModels() {
        measure("fedPer");
        assertEquals(List.of("worst c01", "mean of own models"), names());
        assertEquals(.5, trace(Kind.GLOBAL).end().value());
    }

    @Test
    void withoutACoordinatorTheMeanAndTheNodesOwnModelsAreToldApart() {
        tell(new PeersLinked(0, "ring", List.of(List.of())));
        measure(null);
        assertEquals(List.of("worst own c01", "mean model"), names());
        assertEquals(
                "the lowest of the nodes, each with a model of its own, on its own held-out rows",
                trace(Kind.WORST).method());
    }

    private void measure(@Nullable String kind) {
        tell(new ModelEvaluated(0, .5, 1, null, null, List.of(new NodeScore("c01", .4, null))));
        if (kind != null) {
            tell(new PersonalModelsMeasured(0, kind, .9, List.of()));
        }
        tell(new RoundClosed(0, 0, 0));
    }

    private List<String> names() {
        return Traces.of(frame, List.of(), null).stream().map(Trace::name).toList();
    }

    private Trace trace(Kind kind) {
        return Traces.of(frame, List.of(), null).stream()
                .filter(trace -> trace.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private void tell(FederationEvent event) {
        frame = frame.after(event);
    }
}
