package federarium.aggregation;

import federarium.update.ClientUpdate;
import federarium.update.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** 100 updates of 200,000 parameters combined, on all cores. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class RulesBenchmark {
    private static final int UPDATES = 100;
    private static final int PARAMETERS = 200_000;
    private static final int HOSTILE = 20;

    @Param({
        "fedAvg",
        "fedAdam",
        "krum",
        "multiKrum",
        "bulyan",
        "trimmedMean",
        "median",
        "geometricMedian",
        "centredClipping",
        "normBound"
    })
    public String rule = "";

    private AggregationRule chosen = new FedAvg(1);
    private Gathered gathered = new Gathered(Weights.zeros(0), List.of(), Carried.NONE);

    @Setup
    public void draw() {
        Random random = new Random(1);
        List<ClientUpdate> updates = new ArrayList<>();
        for (int client = 0; client < UPDATES; client++) {
            float[] delta = new float[PARAMETERS];
            for (int i = 0; i < PARAMETERS; i++) {
                delta[i] = (float) random.nextGaussian();
            }
            updates.add(new ClientUpdate(client, 1, 600, 60, .5, Weights.owning(delta)));
        }
        gathered = new Gathered(Weights.zeros(PARAMETERS), updates, Carried.NONE);
        chosen = named(rule);
    }

    private static AggregationRule named(String name) {
        return switch (name) {
            case "fedAdam" -> new FedAdam(.03, .9, .99, 1e-3);
            case "krum" -> new Krum(1, HOSTILE);
            case "multiKrum" -> new MultiKrum(1, HOSTILE, null);
            case "bulyan" -> new Bulyan(1, HOSTILE);
            case "trimmedMean" -> new TrimmedMean(1, .2);
            case "median" -> new Median(1);
            case "geometricMedian" -> new GeometricMedian(1);
            case "centredClipping" -> new CentredClipping(1, 100);
            case "normBound" -> new NormBound(1, 100);
            default -> new FedAvg(1);
        };
    }

    @Benchmark
    public Aggregate aggregate() {
        return chosen.aggregate(gathered);
    }
}
