package federarium.selection;

import federarium.random.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Draws the clients that take part in a round, as indices in client order. */
public final class CohortSampler {
    private CohortSampler() {}

    /**
     * Always so many of N clients, each set of that size equally likely (McMahan et al. 2017).
     *
     * @param clients N
     */
    public static List<Integer> fixed(int clients, int size, RandomStream random) {
        int[] order = IntStream.range(0, clients).toArray();
        random.shuffle(order);
        return Arrays.stream(order).limit(size).sorted().boxed().toList();
    }

    /** Each of N clients with probability C by its own coin, so possibly nobody. */
    public static List<Integer> poisson(int clients, double fraction, RandomStream random) {
        List<Integer> cohort = new ArrayList<>();
        for (int client = 0; client < clients; client++) {
            if (random.nextDouble() < fraction) {
                cohort.add(client);
            }
        }
        return List.copyOf(cohort);
    }
}
