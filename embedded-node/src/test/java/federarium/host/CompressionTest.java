package federarium.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.event.FederationEvent.RunFailed;
import federarium.event.FederationEvent.UpdateReceived;
import federarium.event.RecordedEvent;
import federarium.host.Engine.Drive;
import federarium.persistence.RunStore;
import federarium.projection.RoundPoint;
import federarium.scenario.Scenario;
import federarium.update.Weights;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compressed runs of the digits: 8 nodes, 2,410 parameters. */
class CompressionTest {
    private static final int PARAMETERS = 2410;

    /** 241 values with an index of 12 bits each are more bits than a map of 2,410 places. */
    @ParameterizedTest
    @CsvSource({"quantize, 2414", "topK, 1266", "sign, 306"})
    void countsTheBytesThatTravelUpAndNoneLessDown(String kind, long bytes) {
        List<RecordedEvent> log = Runs.log(compressed(kind, 2), 2);

        for (RecordedEvent each : log) {
            if (each.event() instanceof UpdateReceived received) {
                assertEquals(bytes, received.bytes());
            }
        }
        RoundPoint last = Runs.fold(log).points().get(2);
        assertEquals(8 * bytes, last.bytesUp());
        assertEquals(8L * PARAMETERS * Float.BYTES, last.bytesDown());
    }

    @ParameterizedTest
    @CsvSource({"quantize", "topK", "sign"})
    void learnsNearlyAsMuchInTwentyRoundsAsWithout(String kind) {
        double without = accuracy(Runs.digits(20));
        double with = accuracy(compressed(kind, 20));

        assertTrue(with > without - .05, kind + ": " + with + " after " + without);
    }

    @Test
    void saysThatARunDivergedAsItDoesWithout() {
        Scenario hot =
                compressed("quantize", 20)
                        .with("model.hidden", "[64, 64, 64]")
                        .with("training.learningRate", "100");
        List<RecordedEvent> log = Runs.log(hot, 2);

        assertTrue(log.getLast().event() instanceof RunFailed, log.getLast().toString());
    }

    /** SCAFFOLD's control is no update, and travels in float32. */
    @Test
    void leavesAControlWhole() {
        List<RecordedEvent> log =
                Runs.log(compressed("sign", 1).with("aggregation.rule", "scaffold"), 2);

        assertEquals(8 * (306 + PARAMETERS * 4L), Runs.fold(log).points().get(1).bytesUp());
    }

    /** A round later c03 owes all that it would have sent without compression. */
    @Test
    void owesAnUpdateThatCameTooLate() {
        Scenario late =
                Runs.digits(1)
                        .with("nodes.delay", "[c03=9]")
                        .with("devices.stragglers", "deadline")
                        .with("devices.deadline", "5");
        double whole =
                Runs.log(late, 2).stream()
                        .map(RecordedEvent::event)
                        .filter(event ->
                                event instanceof UpdateReceived in && in.node().equals("c03"))
                        .mapToDouble(event -> ((UpdateReceived) event).norm())
                        .findFirst()
                        .orElseThrow();
        try (RunStore store = RunStore.inMemory();
                Engine engine = Engine.on(store, 2)) {
            Federation run = engine.start(late.with("compression.kind", "topK"), Drive.UNATTENDED);
            run.finished().join();
            Map<String, Weights> kept = store.at(run.run(), 1).orElseThrow().named();

            assertEquals(whole, norm(kept.get("node.2.residual")));
            assertTrue(norm(kept.get("node.3.residual")) < whole);
        }
    }

    private static double norm(@Nullable Weights vector) {
        return vector == null ? 0 : vector.norm();
    }

    private static double accuracy(Scenario scenario) {
        return Runs.fold(Runs.log(scenario, 2)).points().getLast().evaluation().accuracy();
    }

    private static Scenario compressed(String kind, int rounds) {
        return Runs.digits(rounds).with("compression.kind", kind);
    }
}
