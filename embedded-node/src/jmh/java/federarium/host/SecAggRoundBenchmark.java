package federarium.host;

import federarium.host.Engine.Drive;
import federarium.persistence.RunStore;
import federarium.scenario.BuiltInScenarios;
import federarium.scenario.Scenario;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Rounds of 50 nodes with the 199,210 parameters of the 2NN over verticles and bus, on two threads
 * and with one step of training each: what secure aggregation adds to a round is the difference of
 * the scores, as start and evaluation are the same.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5)
@Measurement(iterations = 10)
@Fork(1)
public class SecAggRoundBenchmark {
    private static final int ROUNDS = 5;
    private static final int THREADS = 2;

    /** One engine for all runs of a trial. */
    @State(Scope.Benchmark)
    public static class Shared {
        @Param({"false", "true"})
        public String masks = "";

        private Scenario run = BuiltInScenarios.open("digits");
        private final RunStore store = RunStore.inMemory();
        private final Engine engine = Engine.on(store, THREADS);

        @Setup(Level.Trial)
        public void choose() {
            run =
                    BuiltInScenarios.open("mnist")
                            .with("clients", "50")
                            .with("cohort.fraction", "1")
                            .with("training.localSteps", "1")
                            .with("rounds", String.valueOf(ROUNDS))
                            .with("yardsticks", "never")
                            .with("secureAggregation", masks);
        }

        @TearDown(Level.Trial)
        public void close() {
            engine.close();
            store.close();
        }
    }

    @Benchmark
    @OperationsPerInvocation(ROUNDS)
    public String round(Shared shared) {
        Federation federation = shared.engine.start(shared.run, Drive.UNATTENDED);
        return String.valueOf(federation.finished().join().modelSha256());
    }
}
