package federarium.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.event.FederationEvent;
import federarium.event.FederationEvent.RoundStarted;
import federarium.event.RecordedEvent;
import federarium.event.RewardEvent.ContributionsScored;
import federarium.event.RewardEvent.CreditsPaid;
import federarium.event.RewardEvent.NodeReturned;
import federarium.event.RewardEvent.NodeWithdrew;
import federarium.host.Engine.Drive;
import federarium.persistence.RunStore;
import federarium.projection.NodeState;
import federarium.scenario.Scenario;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Credits of real runs. */
class CreditsTest {

    /** In rows alike c08 alone is hostile. */
    @ParameterizedTest(name = "{0}, seed {1}")
    @CsvSource({
        "freeRider, 1", "freeRider, 2", "freeRider, 3", "freeRider, 4", "freeRider, 5",
        "labelFlip, 1", "labelFlip, 2", "labelFlip, 3", "labelFlip, 4", "labelFlip, 5"
    })
    void ranksWhoeverLiesLast(String attack, long seed) {
        Scenario scenario =
                Runs.digits(10)
                        .with(
                                Map.of(
                                        "seed", String.valueOf(seed),
                                        "attack.kind", attack,
                                        "attack.clients", "[c08]",
                                        "incentive.rule", "shapley",
                                        "incentive.utility", "loss"));

        Map<String, Double> scores = scores(Runs.log(scenario, 2));

        assertEquals(
                "c08",
                scores.entrySet().stream().min(Map.Entry.comparingByValue()).orElseThrow().getKey(),
                "seed %d: %s".formatted(seed, scores));
    }

    @Test
    void giveAnUpdateOfZerosExactlyNothingWhereWeightsAreFixed() {
        Map<String, Double> scores =
                scores(Runs.log(freeRiding(Runs.digits(5), "c08", "fixed"), 2));

        assertEquals(0.0, scores.get("c08"));
    }

    /**
     * With rows of few labels a node does harm by itself; a round in which it is outvoted by zeros
     * is better than one that it takes whole.
     */
    @Test
    void payTheFreeRiderWhereWeightsAreRenormalisedAndRowsAreSkewed() {
        Scenario skewed =
                Runs.digits(10)
                        .with(Map.of("partition.kind", "dirichlet", "partition.alpha", "0.1"));

        Map<String, Double> scores = scores(Runs.log(freeRiding(skewed, "c08", "renormalised"), 2));

        assertTrue(scores.getOrDefault("c08", 0.0) > 0, scores.toString());
    }

    private static Scenario freeRiding(Scenario scenario, String node, String coalitions) {
        return scenario.with(
                Map.of(
                        "attack.kind",
                        "freeRider",
                        "attack.clients",
                        "[" + node + "]",
                        "incentive.rule",
                        "shapley",
                        "incentive.coalitions",
                        coalitions));
    }

    @ParameterizedTest
    @ValueSource(strings = {"leaveOneOut", "shapley", "tmc", "gtg"})
    void areTheSameOnAnyNumberOfThreads(String rule) {
        Scenario scenario =
                Runs.digits(3).with(Map.of("incentive.rule", rule, "incentive.compare", "true"));

        Runs.assertSame(
                Runs.comparable(Runs.log(scenario, 1)), Runs.comparable(Runs.log(scenario, 2)));
    }

    @Test
    void changeNothingOfTheModel() {
        Scenario paid = Runs.digits(3).with("incentive.rule", "gtg");

        assertEquals(
                Runs.fold(Runs.log(Runs.digits(3), 2)).modelSha256(),
                Runs.fold(Runs.log(paid, 2)).modelSha256());
    }

    @Test
    void arePaidUnderMasksByWhatIsKnownOfNodes() {
        Scenario masked =
                Runs.digits(2).with(Map.of("secureAggregation", "true", "incentive.rule", "size"));

        List<NodeState> nodes = Runs.fold(Runs.log(masked, 2)).nodes().list();

        assertEquals(200, nodes.stream().mapToDouble(node -> node.purse().total()).sum(), 1e-9);
    }

    /** All have the same device here, so all leave at once; then they come back one by one. */
    @Test
    void keepNobodyWhoseRoundsCostMore() {
        List<RecordedEvent> log = Runs.log(leaving(8), 2);

        assertEquals(8, count(log, NodeWithdrew.class, 3));
        assertEquals(0, cohort(log, 4));
        assertEquals(1, count(log, NodeReturned.class, 4));
        assertEquals(1, cohort(log, 5));
        assertEquals(2, cohort(log, 6));
    }

    @Test
    void goOnAfterARunWasClosed() {
        Scenario scenario = leaving(8);
        try (RunStore store = RunStore.inMemory();
                Engine engine = Engine.on(store, 2)) {
            Federation first = engine.start(scenario, Drive.WATCHED);
            new Paced(first).advance(5);
            first.close();
            engine.resume(first.run(), Drive.UNATTENDED).finished().join();

            Runs.assertSame(
                    Runs.comparable(Runs.log(scenario, 2)),
                    Runs.comparable(store.events(first.run())));
        }
    }

    @Test
    void goOnInABranch() {
        try (RunStore store = RunStore.inMemory();
                Engine engine = Engine.on(store, 2)) {
            Federation parent = engine.start(leaving(6), Drive.UNATTENDED);
            parent.finished().join();
            Federation branch =
                    engine.fork(parent.run(), 4, Map.of("rounds", "8"), Drive.UNATTENDED);
            branch.finished().join();

            List<CreditsPaid> alone = paid(Runs.log(leaving(8), 2));
            assertEquals(alone, paid(store.events(branch.run())));
        }
    }

    private static Scenario leaving(int rounds) {
        return Runs.digits(rounds)
                .with(Map.of("incentive.rule", "equal", "incentive.pricePerJoule", "1000"));
    }

    private static List<CreditsPaid> paid(List<RecordedEvent> log) {
        return log.stream()
                .map(RecordedEvent::event)
                .filter(CreditsPaid.class::isInstance)
                .map(CreditsPaid.class::cast)
                .toList();
    }

    private static long count(
            List<RecordedEvent> log, Class<? extends FederationEvent> kind, int round) {
        return log.stream()
                .map(RecordedEvent::event)
                .filter(event -> kind.isInstance(event) && event.round() == round)
                .count();
    }

    private static int cohort(List<RecordedEvent> log, int round) {
        return log.stream()
                .map(RecordedEvent::event)
                .filter(event -> event instanceof RoundStarted && event.round() == round)
                .mapToInt(event -> ((RoundStarted) event).cohort().size())
                .sum();
    }

    private static Map<String, Double> scores(List<RecordedEvent> log) {
        return log.stream()
                .map(RecordedEvent::event)
                .filter(ContributionsScored.class::isInstance)
                .flatMap(event -> ((ContributionsScored) event).contributions().stream())
                .collect(
                        Collectors.groupingBy(
                                each -> each.node(),
                                Collectors.summingDouble(each -> each.score())));
    }
}
