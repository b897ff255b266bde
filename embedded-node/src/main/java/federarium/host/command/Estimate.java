package federarium.host.command;

import federarium.host.Engine;
import federarium.host.Summary.Times;
import federarium.host.command.Batch.Ran;
import federarium.persistence.RunStore;
import federarium.scenario.Scenario;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * How long some runs will take, tried on a few of them for two rounds, in memory and as many at a
 * time as later. Settings differ in what a round costs, so the few are spread over all.
 */
record Estimate(int runs, long rounds, double seconds) {
    private static final int ROUNDS = 2;

    /** Tries some; the first time of two compiles what they need. */
    static Estimate of(List<Scenario> scenarios, int threads, int atATime)
            throws InterruptedException {
        int tried = Math.min(2 * atATime, scenarios.size());
        List<Scenario> few =
                IntStream.range(0, tried)
                        .mapToObj(i -> scenarios.get((int) ((long) i * scenarios.size() / tried)))
                        .map(scenario -> scenario.with("rounds", String.valueOf(ROUNDS)))
                        .map(scenario -> scenario.with("yardsticks", "never"))
                        .toList();
        try (RunStore memory = RunStore.inMemory();
                Engine engine = Engine.on(memory, threads)) {
            Batch batch = new Batch(engine, atATime);
            batch.run(few, () -> {});
            List<Ran> ran = batch.run(few, () -> {});
            double perRound = ran.stream().mapToDouble(Estimate::round).average().orElse(0);
            double around = ran.stream().mapToDouble(Estimate::around).average().orElse(0);
            long rounds = scenarios.stream().mapToLong(Scenario::rounds).sum();
            double alone = around * scenarios.size() + perRound * rounds;
            return new Estimate(
                    scenarios.size(), rounds, alone / Math.min(atATime, scenarios.size()));
        }
    }

    private static double inRounds(Ran ran) {
        Times timing = ran.summary().timing();
        return timing.trainSeconds() + timing.evaluateSeconds();
    }

    private static double round(Ran ran) {
        return inRounds(ran) / ROUNDS;
    }

    /** What a run takes before its first round and after its last. */
    private static double around(Ran ran) {
        return Math.max(0, ran.seconds() - inRounds(ran));
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d runs, %d rounds in all, about %.0f s",
                runs,
                rounds,
                StrictMath.ceil(seconds));
    }
}
