package federarium.model.dl4j;

import federarium.data.ImageShape;
import federarium.model.Batch;
import federarium.model.DenseShape;
import federarium.model.LocalModel;
import federarium.model.ModelFactory;
import federarium.random.RandomStream;
import federarium.random.RandomStreams;
import federarium.scenario.Scenario;
import federarium.update.Weights;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A little training whose bits are compared, in this JVM and in another. */
final class Training {
    private static final long SEED = 7;

    private Training() {}

    /** Prints the fingerprint. */
    public static void main(String[] arguments) throws Exception {
        System.out.println(fingerprint());
    }

    static ModelFactory dense() {
        return new DenseNetwork(new DenseShape(List.of(400, 100, 10), "relu"));
    }

    static ModelFactory conv() {
        return new ConvNetwork(
                new Scenario.ModelSpec.Conv(List.of(3), 3, List.of(8), "relu"),
                new ImageShape(20, 20, 1),
                10);
    }

    /** The hashes of the models that everybody starts from. */
    static String start() {
        RandomStreams streams = new RandomStreams(SEED);
        return dense().initial(streams).sha256() + " " + conv().initial(streams).sha256();
    }

    /** The hashes of what a worker thread ends with, dense and convolutional. */
    static String fingerprint() throws Exception {
        return onThreads(dense(), 400, 10, 1) + " " + onThreads(conv(), 400, 10, 1);
    }

    /** The hash of the parameters that each of so many threads ends with, from the same start. */
    static List<String> onThreads(ModelFactory factory, int inputs, int classes, int threads)
            throws Exception {
        try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
            List<Future<String>> hashes =
                    workers.invokeAll(
                            Collections.nCopies(threads, () -> trained(factory, inputs, classes)));
            return hashes.stream().map(Future::resultNow).toList();
        }
    }

    private static String trained(ModelFactory factory, int inputs, int classes) {
        LocalModel model = factory.create();
        model.load(factory.initial(new RandomStreams(SEED)));
        RandomStream random = new RandomStream(SEED);
        Batch batch = new Batch(64, inputs);
        for (int step = 0; step < 30; step++) {
            Rows.fill(batch, random, 1 + random.nextInt(64), classes);
            model.step(batch, 0.1f);
        }
        return Weights.owning(Rows.stored(model)).sha256();
    }
}
