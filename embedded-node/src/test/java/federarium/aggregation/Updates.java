package federarium.aggregation;

import federarium.update.ClientUpdate;
import federarium.update.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Updates of a round, to test with. */
final class Updates {
    private Updates() {}

    /** One update a client, each with one example and one step. */
    static Gathered of(float[]... deltas) {
        List<ClientUpdate> updates = new ArrayList<>();
        for (float[] delta : deltas) {
            updates.add(update(updates.size(), 1, 1, delta));
        }
        return from(updates);
    }

    /** One update a client of a model of one parameter. */
    static Gathered ofOne(float... deltas) {
        float[][] vectors = new float[deltas.length][];
        for (int i = 0; i < deltas.length; i++) {
            vectors[i] = new float[] {deltas[i]};
        }
        return of(vectors);
    }

    /** Noise from clients of unlike numbers of examples and steps. */
    static Gathered random(int clients, int size) {
        Random random = new Random(clients * 31L + size);
        List<ClientUpdate> updates = new ArrayList<>();
        for (int k = 0; k < clients; k++) {
            float[] delta = new float[size];
            for (int i = 0; i < size; i++) {
                delta[i] = (float) random.nextGaussian();
            }
            updates.add(update(k, 1 + random.nextInt(50), 3, delta));
        }
        return from(updates);
    }

    /** Updates of a model that is 0 everywhere, in a rule's first round. */
    static Gathered from(List<ClientUpdate> updates) {
        Weights model = Weights.zeros(updates.getFirst().delta().size());
        return new Gathered(model, updates, Carried.NONE);
    }

    static ClientUpdate update(int client, int examples, int steps, float... delta) {
        return new ClientUpdate(client, 1, examples, steps, .5, Weights.copyOf(delta));
    }

    /** The next round after an aggregate, with these updates of one parameter. */
    static Gathered after(Aggregate aggregate, float... deltas) {
        return new Gathered(aggregate.model(), ofOne(deltas).updates(), aggregate.carried());
    }

    /** The mean of the values of parameter i. */
    static double mean(Gathered gathered, int i) {
        return gathered.updates().stream()
                .mapToDouble(update -> update.delta().get(i))
                .average()
                .orElseThrow();
    }

    static double[] weights(Aggregate aggregate) {
        return aggregate.verdicts().stream().mapToDouble(Aggregate.Verdict::weight).toArray();
    }

    static double[] scores(Aggregate aggregate) {
        return aggregate.verdicts().stream()
                .mapToDouble(verdict -> verdict.score() == null ? -1 : verdict.score().value())
                .toArray();
    }

    /** The clients whose updates are in the aggregate. */
    static List<Integer> taken(Aggregate aggregate) {
        return aggregate.verdicts().stream()
                .filter(verdict -> verdict.refusal() == null)
                .map(Aggregate.Verdict::client)
                .toList();
    }
}
