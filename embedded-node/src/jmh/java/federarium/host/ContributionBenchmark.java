package federarium.host;

import federarium.host.Contributions.Asked;
import federarium.host.Contributions.Round;
import federarium.host.Contributions.Scored;
import federarium.incentive.CoalitionModel;
import federarium.scenario.BuiltInScenarios;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
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
 * The updates of a first round scored once, on two threads: {@code digits} with its 8 nodes, and the
 * 199,210 parameters of the 2NN with 20 nodes.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 3, time = 3)
@Fork(1)
public class ContributionBenchmark {
    private static final int THREADS = 2;

    @Param({"digits 8 shapley", "digits 8 gtg", "mnist 20 gtg", "mnist 20 tmc"})
    public String work = "";

    @Param({"FIXED", "RENORMALISED"})
    public CoalitionModel coalitions = CoalitionModel.FIXED;

    private final Vertx vertx = Vertx.vertx();
    private Supplier<List<Scored>> scoring = List::of;

    @Setup(Level.Trial)
    public void train() {
        String[] words = work.split(" ");
        FedAvgRounds run =
                FedAvgRounds.of(
                        BuiltInScenarios.open(words[0])
                                .with("clients", words[1])
                                .with("cohort.fraction", "1"));
        Round first = run.rounds(1).getFirst();
        Contributions contributions =
                new Contributions(
                        run.validation(Utility.ACCURACY),
                        new VertxWorkers(vertx, THREADS),
                        run.streams(),
                        1);
        List<Asked> asked = List.of(new Asked(words[2], coalitions));
        scoring = () -> contributions.of(first, asked).join();
        Scored scored = score().getFirst();
        System.out.printf(
                "%d evaluations, from %.3f to %.3f%n",
                scored.evaluations(), scored.before(), scored.after());
    }

    @TearDown(Level.Trial)
    public void close() {
        vertx.close();
    }

    @Benchmark
    public List<Scored> score() {
        return scoring.get();
    }
}
