package federarium.coordinator;

import federarium.device.Device;
import federarium.device.DeviceClass;
import federarium.event.FederationEvent.NodeCost;
import federarium.event.FederationEvent.Pooling;
import federarium.event.FederationEvent.RoundCosted;
import federarium.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;

/**
 * The simulated cost of a round, and what pooling would have cost instead: every node uploads its
 * raw rows once, before the first round, and one large server then sees as many rows as the nodes
 * saw together. Neither side counts the network's energy, idling machines, or what a server spends
 * on traffic: the coordinator's and the pooling server's, and the hop between edge aggregators and
 * their root, which costs bytes alone. Nor does it count what the coordinator computes. Published
 * results disagree on which way emits more: Qiu et al., "A first look into the carbon footprint of
 * federated learning" (JMLR 2023), finds federations far dirtier in many settings; Savazzi et al.,
 * "An energy and carbon footprint analysis of distributed and federated learning" (IEEE TGCN 2022),
 * finds them cleaner where little is sent. A trip is counted in the round in which it ends: where
 * nodes don't wait for each other, those under way when the run ends have cost the bytes that they
 * were sent, and nothing else.
 *
 * <p>grams = joules ÷ 3,600,000 · grams a kilowatt-hour.
 */
final class Costing {
    private static final double JOULES_PER_KILOWATT_HOUR = 3.6e6;
    private static final Device SERVER = DeviceClass.LARGE_SERVER.device();

    private Costing() {}

    /**
     * What a node's part of a round took.
     *
     * @param seconds virtual, until what it did was there
     * @param work floating-point operations of the same rows on one whole model
     */
    record Item(int client, double seconds, double joules, double work) {

        /** A node that was sent a model, and what came back; if nothing, it has received it. */
        static Item of(Trips trips, int client, Report report, long bytesDown) {
            return switch (report) {
                case Report.Received received ->
                        trips.item(
                                client,
                                received.seconds(),
                                received.update().steps(),
                                bytesDown,
                                received.update().bytes());
                case Report.Hidden part ->
                        trips.item(
                                client,
                                part.seconds(),
                                part.steps(),
                                bytesDown + part.traffic().down(),
                                part.traffic().up());
                default -> trips.item(client, 0, 0, bytesDown, 0);
            };
        }
    }

    /** Before the first round: nothing yet for the federation, the upload for pooling. */
    static RoundCosted beforehand(RunPlan plan, Scenario scenario) {
        long bytes = 0;
        double seconds = 0;
        double joules = 0;
        for (int client = 0; client < plan.nodes().size(); client++) {
            Device device = plan.equipment().devices().get(client);
            long own = plan.nodes().get(client).examples() * plan.equipment().bytesPerRow();
            bytes += own;
            seconds = Math.max(seconds, device.latency() + own / device.up());
            joules += device.joules(0, own);
        }
        double grams = grams(joules, scenario);
        return new RoundCosted(0, List.of(), 0, 0, new Pooling(bytes, seconds, joules, grams));
    }

    /** The cost of a round. */
    static RoundCosted of(int round, RunPlan plan, Scenario scenario, List<Item> items) {
        List<NodeCost> nodes = new ArrayList<>();
        double joules = 0;
        double work = 0;
        for (Item each : items) {
            String id = plan.nodes().get(each.client()).node();
            nodes.add(new NodeCost(id, each.seconds(), each.joules()));
            joules += each.joules();
            work += each.work();
        }
        double pooled = SERVER.joules(work, 0);
        return new RoundCosted(
                round,
                nodes,
                joules,
                grams(joules, scenario),
                new Pooling(0, work / SERVER.speed(), pooled, grams(pooled, scenario)));
    }

    private static double grams(double joules, Scenario scenario) {
        return joules / JOULES_PER_KILOWATT_HOUR * scenario.devices().gramsPerKilowattHour();
    }
}
