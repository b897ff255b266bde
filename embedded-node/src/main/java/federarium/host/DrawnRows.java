package federarium.host;

import federarium.coordinator.CoordinatorCommand.Train;
import federarium.privacy.noise.NoiseSource;
import federarium.random.RandomStream;
import federarium.random.RandomStreams;
import federarium.scenario.Privacy.Mechanism;
import federarium.scenario.Training;
import java.util.LinkedHashSet;
import java.util.Set;

/** Which of its rows a node looked at for an update, each once, in the order of its draws. */
final class DrawnRows {
    private DrawnRows() {}

    static int[] of(Train request, int[] rows, NoiseSource noise) {
        Set<Integer> seen = new LinkedHashSet<>();
        Training training = request.training();
        int batch = Math.min(training.batchSize(), rows.length);
        int steps = training.stepsOn(rows.length);
        if (request.privacy().mechanism() == Mechanism.DP_SGD) {
            RandomStream draws = noise.draws(request.round(), request.client());
            for (int step = 0; step < steps; step++) {
                for (int row : rows) {
                    if (draws.nextDouble() < (double) batch / rows.length) {
                        seen.add(row);
                    }
                }
            }
        } else {
            RandomStream order =
                    new RandomStreams(request.seed())
                            .stream("rows", request.round(), request.client());
            int[] shuffled = rows.clone();
            order.shuffle(shuffled);
            long looked = Math.min(rows.length, (long) steps * batch);
            for (int i = 0; i < looked; i++) {
                seen.add(shuffled[i]);
            }
        }
        return seen.stream().mapToInt(Integer::intValue).toArray();
    }
}
