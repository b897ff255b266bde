package federarium.host;

import federarium.host.Engine.Drive;
import federarium.persistence.RunStore;
import federarium.scenario.BuiltInScenarios;
import federarium.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Whole runs over a store on disk, as the command line makes them. The score is the wall time of a
 * run; trainSeconds is the summary's.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 10)
@Measurement(iterations = 10)
@Fork(1)
public class FederationBenchmark {

    /** One engine for all runs of a trial. */
    @State(Scope.Benchmark)
    public static class Shared {
        @Param({"digits", "mnist", "thousand"})
        public String scenario = "";

        private Scenario run = BuiltInScenarios.open("digits");
        private RunStore store = RunStore.inMemory();
        private Engine engine = Engine.on(store, 1);

        @Setup(Level.Trial)
        public void open() throws IOException {
            run = named(scenario).with("yardsticks", "never");
            Path home = Files.createTempDirectory("federarium");
            engine.close();
            store.close();
            store = RunStore.open(home);
            engine = Engine.on(store, Runtime.getRuntime().availableProcessors());
        }

        private static Scenario named(String name) {
            return switch (name) {
                case "mnist" -> BuiltInScenarios.open("mnist").with("rounds", "20");
                case "thousand" ->
                        BuiltInScenarios.open("mnist")
                                .with("clients", "1000")
                                .with("cohort.fraction", "1")
                                .with("model.hidden", "[32]")
                                .with("rounds", "20");
                default -> BuiltInScenarios.open(name);
            };
        }

        @TearDown(Level.Trial)
        public void close() {
            engine.close();
            store.close();
        }
    }

    /** What the summary says of a run. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Figures {
        public double trainSeconds;
        public double roundsPerSecond;
    }

    @Benchmark
    public double run(Shared shared, Figures figures) {
        Timing timing = new Timing();
        Federation federation = shared.engine.start(shared.run, Drive.UNATTENDED);
        federation.watch(timing);
        double accuracy =
                federation.finished().join().points().getLast().evaluation().accuracy();
        figures.trainSeconds = timing.trainSeconds();
        figures.roundsPerSecond = timing.roundsPerSecond();
        return accuracy;
    }
}
