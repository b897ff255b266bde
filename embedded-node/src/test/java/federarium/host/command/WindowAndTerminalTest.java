package federarium.host.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertIterableEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import federarium.event.FederationCommand.AdvanceRound;
import federarium.event.FederationCommand.AdvanceStep;
import federarium.event.FederationCommand.Pause;
import federarium.event.FederationCommand.Play;
import federarium.event.LiveSignal;
import federarium.event.LiveSignal.Paused;
import federarium.event.LiveSignal.StepEntered;
import federarium.event.RecordedEvent;
import federarium.event.Step;
import federarium.host.Engine;
import federarium.host.Engine.Drive;
import federarium.host.Federation;
import federarium.host.Watcher;
import federarium.persistence.EventJson;
import federarium.persistence.RunStore;
import federarium.scenario.BuiltInScenarios;
import federarium.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One scenario and seed, watched at a window's pace and run flat out from the command line. */
class WindowAndTerminalTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir private Path folder;

    @Test
    void tellTheSameEventsAndEndWithTheSameModel() throws Exception {
        Scenario scenario = BuiltInScenarios.open("digits").with("rounds", "20").with("seed", "7");
        try (RunStore store = RunStore.open(folder.resolve("window"));
                Engine engine = Engine.on(store, 1);
                Federation federation = engine.start(scenario, Drive.WATCHED)) {
            Window window = new Window(federation);
            String sha256 = window.stepThenPlay();
            Path events = folder.resolve("e.jsonl");
            Path summary = folder.resolve("s.json");
            type(
                    "run digits --rounds 20 --seed 7 --threads 2 --events %s --summary %s"
                            .formatted(events, summary));

            assertIterableEquals(comparable(Files.readAllLines(events)), comparable(window.lines));
            assertEquals(JSON.readTree(summary.toFile()).at("/model/sha256").asText(), sha256);
        }
    }

    private void type(String command) {
        Terminal terminal = new Terminal(folder.resolve("terminal"));
        assertEquals(0, terminal.type(command.split(" ")), terminal.err());
    }

    /** All but when it was and which run. */
    private static List<String> comparable(List<String> lines) throws IOException {
        List<String> comparable = new ArrayList<>();
        for (String line : lines) {
            JsonNode event = JSON.readTree(line);
            comparable.add(((ObjectNode) event).without(List.of("at", "run")).toString());
        }
        return comparable;
    }

    /** Drives a watched run as somebody at the window does. */
    private static final class Window implements Watcher {
        private final Federation federation;
        private final List<String> lines = new ArrayList<>();
        private final BlockingQueue<LiveSignal> signals = new LinkedBlockingQueue<>();

        Window(Federation federation) {
            this.federation = federation;
            federation.watch(this);
        }

        @Override
        public void happened(RecordedEvent event) {
            lines.add(EventJson.write(event));
        }

        @Override
        public void signalled(LiveSignal signal) {
            signals.add(signal);
        }

        /** The first rounds in steps and at a pace with a pause, the others flat out. */
        String stepThenPlay() throws InterruptedException {
            federation.submit(new AdvanceStep());
            await(new Paused(1, Step.TRAIN)::equals);
            federation.submit(new AdvanceRound());
            await(new Paused(2, Step.CHOOSE_AND_SEND)::equals);
            federation.submit(new Play(20));
            await(new StepEntered(3, Step.TRAIN)::equals);
            federation.submit(new Pause());
            await(Paused.class::isInstance);
            federation.submit(new Play(Double.POSITIVE_INFINITY));
            return String.valueOf(federation.finished().join().modelSha256());
        }

        private void await(Predicate<LiveSignal> expected) throws InterruptedException {
            LiveSignal signal;
            do {
                signal = signals.poll(60, TimeUnit.SECONDS);
            } while (signal != null && !expected.test(signal));
            assertNotNull(signal, "the run stands still");
        }
    }
}
