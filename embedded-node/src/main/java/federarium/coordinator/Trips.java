package federarium.coordinator;

import federarium.device.Device;
import federarium.scenario.CompressionSpec;
import federarium.scenario.Devices.Stragglers;
import federarium.scenario.PersonalSpec;
import federarium.scenario.Rule;
import federarium.scenario.Scenario;
import federarium.scenario.Training;
import federarium.update.compression.Quantize;
import federarium.update.compression.Sign;
import federarium.update.compression.TopK;
import java.util.List;

/**
 * The way of a model to a node, through its training and back, in virtual seconds and joules of the
 * node's simulated device. Computed, never waited for.
 *
 * @param training that the nodes are sent with
 */
record Trips(RunPlan plan, Scenario scenario, Training training) {

    /** Trips on which everybody trains as the scenario has it today. */
    Trips(RunPlan plan, Scenario scenario) {
        this(plan, scenario, scenario.training());
    }

    /**
     * What a node is sent: its part of the model, and under SCAFFOLD the server's control as well;
     * nothing where it holds the model itself.
     */
    long bytesDown(int client) {
        if (scenario.concealment().encrypts()) {
            return 0;
        }
        int vectors = scenario.aggregation().rule() instanceof Rule.Scaffold ? 2 : 1;
        return (long) vectors * plan.slices().of(client).size() * Float.BYTES;
    }

    /** What these nodes are sent. */
    long bytesDown(List<Integer> clients) {
        return clients.stream().mapToLong(this::bytesDown).sum();
    }

    /** Seconds until the update of so many steps has arrived. */
    double seconds(int client, long bytesDown, int steps, long bytesUp) {
        return device(client).seconds(bytesDown, work(client, steps), bytesUp) + delay(client);
    }

    double joules(int client, long bytesDown, int steps, long bytesUp) {
        return device(client).joules(work(client, steps), bytesDown + bytesUp);
    }

    /**
     * What it comes to for a node that was sent so much and what came back; if nothing, 0 steps.
     */
    Costing.Item item(int client, double seconds, int steps, long bytesDown, long bytesUp) {
        return new Costing.Item(
                client,
                seconds,
                joules(client, bytesDown, steps, bytesUp),
                workPooled(client, steps));
    }

    /**
     * Floating-point operations of so many steps at a node: with Ditto on both of its models, and
     * under q-FedAvg of the loss it is asked for as well; none where it took no step.
     */
    double work(int client, int steps) {
        return steps == 0
                ? 0
                : workPerRow(client) * rows(steps, examples(client), training().batchSize())
                        + lossWork(client);
    }

    /** A pass forward over all rows: a third of what training on them takes. */
    private double lossWork(int client) {
        return scenario.aggregation().rule() instanceof Rule.QFedAvg
                ? examples(client) * plan.equipment().workPerRow() * plan.slices().share(client) / 3
                : 0;
    }

    /** The same rows on one whole model. */
    double workPooled(int client, int steps) {
        return rows(steps, examples(client), training().batchSize())
                * plan.equipment().workPerRow();
    }

    private double workPerRow(int client) {
        int models = scenario.personal() instanceof PersonalSpec.Ditto ? 2 : 1;
        return models * plan.equipment().workPerRow() * plan.slices().share(client);
    }

    /** What a node is to do: all of it, or where that is the policy what fits a deadline. */
    Training training(int client) {
        return scenario.devices().stragglers() instanceof Stragglers.Partial(double deadline)
                ? within(deadline, client, bytesDown(client), bytesUp(client))
                : training();
    }

    /** What a node will send: its update made smaller, and under SCAFFOLD its control whole. */
    private long bytesUp(int client) {
        int size = plan.slices().of(client).size();
        long whole = (long) size * Float.BYTES;
        long update =
                switch (scenario.compression()) {
                    case CompressionSpec.None _ -> whole;
                    case CompressionSpec.Quantize(int bits) -> Quantize.to(bits).bytes(size);
                    case CompressionSpec.TopK(double fraction) -> new TopK(fraction).bytes(size);
                    case CompressionSpec.Sign _ -> new Sign().bytes(size);
                };
        return update + (scenario.aggregation().rule() instanceof Rule.Scaffold ? whole : 0);
    }

    /** As much as fits before a deadline, at least one step. */
    private Training within(double deadline, int client, long bytesDown, long bytesUp) {
        int planned = training().stepsOn(examples(client));
        if (seconds(client, bytesDown, planned, bytesUp) <= deadline) {
            return training();
        }
        double work = device(client).workWithin(deadline - delay(client), bytesDown, bytesUp);
        double rows = Math.max(0, (work - lossWork(client)) / workPerRow(client));
        int n = examples(client);
        int batch = Math.min(training().batchSize(), n);
        long passes = (long) (rows / n);
        long steps = passes * Math.ceilDiv(n, batch) + (long) ((rows - passes * n) / batch);
        return training().withMostSteps((int) Math.clamp(steps, 1, planned));
    }

    /** Steps that a node takes where nothing stops it. */
    int plannedSteps(int client) {
        return training(client).stepsOn(examples(client));
    }

    /** Rows behind so many steps over n rows in batches of B; the last of a pass may be smaller. */
    static long rows(int steps, int n, int batchSize) {
        int batch = Math.min(batchSize, n);
        int pass = Math.ceilDiv(n, batch);
        return (long) (steps / pass) * n + (long) (steps % pass) * batch;
    }

    Device device(int client) {
        return plan.equipment().devices().get(client);
    }

    private double delay(int client) {
        return scenario.hindrances().delays().getOrDefault(client, 0.0);
    }

    private int examples(int client) {
        return plan.nodes().get(client).examples();
    }
}
