package federarium.model.vector;

import federarium.update.Weights;
import federarium.model.Batch;

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
import org.openjdk.jmh.annotations.Warmup;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * One SGD step, one gradient, one with each row's clipped, and one prediction of 250 rows on the shapes that scenarios use.
 *
 * <p>Shapes with 784 inputs train on digits, scaled to [0, 1], from the folder in the system
 * property {@code digits}; the others on Gaussian noise.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
public class DenseStepBenchmark {
    private static final int BATCHES = 20;

    @Param({"784 200 200 10", "784 32 10", "64 32 10", "30 2"})
    public String widths = "";

    @Param("10")
    public int size;

    private DenseModel model = new DenseModel(1, new int[0], 2, Activation.RELU);
    private Batch[] batches = {};
    private Batch large = new Batch(1, 1);
    private float[] parameters = {};
    private float[] probabilities = {};
    private int next;

    @Setup(Level.Trial)
    public void prepare() throws IOException {
        String[] parts = widths.split(" ");
        int[] hidden = new int[parts.length - 2];
        for (int l = 0; l < hidden.length; l++) {
            hidden[l] = Integer.parseInt(parts[l + 1]);
        }
        int inputs = Integer.parseInt(parts[0]);
        int classes = Integer.parseInt(parts[parts.length - 1]);
        model = new DenseModel(inputs, hidden, classes, Activation.RELU);
        parameters = new float[model.parameters()];
        Random random = new Random(1);
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = (float) random.nextGaussian() * .05f;
        }
        model.load(Weights.copyOf(parameters));
        probabilities = new float[250 * classes];
        batches = new Batch[BATCHES];
        for (int b = 0; b < BATCHES; b++) {
            batches[b] = batch(inputs, classes, size, b * size, random);
        }
        large = batch(inputs, classes, 250, 0, random);
    }

    private static Batch batch(int inputs, int classes, int size, int first, Random random)
            throws IOException {
        Batch batch = new Batch(size, inputs);
        batch.size(size);
        if (inputs == Digits.WIDTH) {
            Digits digits = Digits.read(Path.of(System.getProperty("digits", "digits")), "t10k");
            System.arraycopy(digits.pixels(), first * inputs, batch.features(), 0, size * inputs);
            System.arraycopy(digits.labels(), first, batch.labels(), 0, size);
            return batch;
        }
        for (int i = 0; i < size * inputs; i++) {
            batch.features()[i] = (float) random.nextGaussian();
        }
        for (int row = 0; row < size; row++) {
            batch.labels()[row] = random.nextInt(classes);
        }
        return batch;
    }

    @Benchmark
    public double step() {
        return model.step(nextBatch(), 1e-4f);
    }

    @Benchmark
    public double gradient() {
        return model.gradient(nextBatch(), 1e-4f, parameters);
    }

    @Benchmark
    public double clippedGradient() {
        return model.clippedGradient(nextBatch(), 1, 1e-4f, parameters);
    }

    @Benchmark
    public float[] predict250Rows() {
        model.predict(large, probabilities);
        return probabilities;
    }

    @Benchmark
    public void storeAndLoad() {
        model.store(parameters);
        model.load(Weights.copyOf(parameters));
    }

    private Batch nextBatch() {
        next = (next + 1) % BATCHES;
        return batches[next];
    }
}
