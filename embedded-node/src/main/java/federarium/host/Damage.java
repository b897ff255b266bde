package federarium.host;

import static java.util.Objects.requireNonNull;

import federarium.coordinator.Changes;
import federarium.event.EvidenceEvent.BackdoorMeasured;
import federarium.event.FederationEvent;
import federarium.event.FederationEvent.ModelEvaluated;
import federarium.event.FederationEvent.RoundClosed;
import federarium.event.FederationEvent.UpdateRejected;
import federarium.event.FederationEvent.UpdatesAggregated;
import federarium.event.RecordedEvent;
import federarium.event.RewardEvent.CreditsPaid;
import federarium.host.Engine.Drive;
import federarium.persistence.RunRecord;
import federarium.persistence.RunStore;
import federarium.scenario.AttackSettings;
import federarium.scenario.BadInputException;
import federarium.scenario.Scenario;
import federarium.scenario.Settings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Branches a kept run twice, with hostile nodes and without, and keeps neither branch. What can't
 * change in mid-run, such as noise, both have from their first round on.
 */
public final class Damage {
    private final Engine engine;
    private final RunStore store;
    private final RunRecord run;
    private final int round;

    /**
     * @param round the first that is to differ
     * @throws BadInputException if the run has not come to it, or each branch would tell more of
     *     somebody's rows
     */
    public Damage(Engine engine, RunStore store, String run, int round) {
        this.engine = engine;
        this.store = store;
        this.run = store.run(run);
        this.round = round;
        if (round < 1 || round > this.run.lastRound() + 1) {
            throw new BadInputException(
                    "--round: %d is not one that %s can differ in; allowed: 1 to %d"
                            .formatted(round, run, this.run.lastRound() + 1));
        }
        if (!SettingsJson.read(run, this.run.settings()).repeats()) {
            throw spending();
        }
    }

    /**
     * Runs both branches.
     *
     * @param settings {@code attack.kind} and the keys that go with it; others hold in both
     *     branches
     * @param nodes who is hostile
     * @param rounds how many from the first on
     * @param progress told how many of all rounds of both are done
     */
    public Harm by(
            Map<String, String> settings, List<String> nodes, int rounds, IntConsumer progress) {
        int last = round - 1 + rounds;
        Map<String, String> hostile = new LinkedHashMap<>(settings);
        Map<String, String> peaceful = new LinkedHashMap<>(settings);
        peaceful.keySet().removeIf(AttackSettings::hidden);
        peaceful.put("attack.kind", "none");
        hostile.put("attack.clients", "[" + String.join(", ", nodes) + "]");
        List<FederationEvent> attacked =
                branch(hostile, last, done -> progress.accept(rounds + done));
        List<FederationEvent> honest = branch(peaceful, last, progress);
        Map<Integer, Double> without = accuracies(honest);
        List<Harm.Point> curve =
                accuracies(attacked).entrySet().stream()
                        .map(each ->
                                new Harm.Point(
                                        each.getKey(),
                                        requireNonNull(without.get(each.getKey())),
                                        each.getValue()))
                        .toList();
        return new Harm(
                run.id(),
                round,
                requireNonNull(settings.get("attack.kind")),
                curve,
                curve.isEmpty() ? 0 : curve.getLast().honest() - curve.getLast().attacked(),
                attacked.stream()
                        .filter(BackdoorMeasured.class::isInstance)
                        .map(event -> ((BackdoorMeasured) event).success())
                        .reduce(null, (_, latest) -> latest),
                nodes.stream().map(node -> hostile(node, attacked, honest)).toList());
    }

    /** The events of the rounds that are its own. */
    private List<FederationEvent> branch(
            Map<String, String> changes, int last, IntConsumer progress) {
        Map<String, String> all = new LinkedHashMap<>(changes);
        all.put("rounds", String.valueOf(last));
        Federation branch = begin(all);
        try {
            CompletableFuture<Integer> closed = new CompletableFuture<>();
            branch.watch(
                    new Watcher() {
                        @Override
                        public void happened(RecordedEvent event) {
                            if (event.event() instanceof RoundClosed own && own.round() >= round) {
                                progress.accept(own.round() - round + 1);
                                if (own.round() == last) {
                                    closed.complete(last);
                                }
                            }
                        }
                    });
            CompletableFuture.anyOf(closed, branch.finished()).join();
            branch.close();
            return store.events(branch.run()).stream()
                    .map(RecordedEvent::event)
                    .filter(event -> event.round() >= round)
                    .toList();
        } finally {
            branch.close();
            store.delete(branch.run());
        }
    }

    private Federation begin(Map<String, String> changes) {
        boolean live =
                changes.keySet().stream()
                        .map(Settings::find)
                        .allMatch(setting -> setting == null || setting.live());
        if (live) {
            return engine.fork(run.id(), round - 1, changes, Drive.UNATTENDED);
        }
        SettingsJson settings = SettingsJson.read(run.id(), run.settings());
        List<FederationEvent> log =
                store.events(run.id()).stream().map(RecordedEvent::event).toList();
        Map<String, String> all = new LinkedHashMap<>(changes);
        all.put("yardsticks", "never");
        if (!"none".equals(all.get("attack.kind"))) {
            all.putIfAbsent("attack.from", String.valueOf(round));
        }
        Scenario whole = Changes.in(log).union(settings.changes()).applied(settings.scenario());
        Scenario changed = whole.with(all);
        if (changed.data().file() != null && !changed.privacy().isNone()) {
            throw spending();
        }
        return engine.start(changed, Drive.UNATTENDED);
    }

    private BadInputException spending() {
        return new BadInputException(
                run.id()
                        + ": every branch would spend more of the privacy budget of rows from a"
                        + " file; allowed: runs on the built-in data, or without noise");
    }

    private static Map<Integer, Double> accuracies(List<FederationEvent> events) {
        Map<Integer, Double> accuracies = new LinkedHashMap<>();
        for (FederationEvent event : events) {
            if (event instanceof ModelEvaluated measured) {
                accuracies.put(measured.round(), measured.accuracy());
            }
        }
        return accuracies;
    }

    private static Harm.Hostile hostile(
            String node, List<FederationEvent> attacked, List<FederationEvent> honest) {
        List<Double> weights = new ArrayList<>();
        int refused = 0;
        for (FederationEvent event : attacked) {
            if (event instanceof UpdatesAggregated combined) {
                combined.shares().stream()
                        .filter(share -> share.node().equals(node))
                        .forEach(share -> weights.add(share.weight()));
            } else if (event instanceof UpdateRejected rejected && rejected.node().equals(node)) {
                refused++;
            }
        }
        OptionalDouble mean = weights.stream().mapToDouble(Double::doubleValue).average();
        return new Harm.Hostile(
                node,
                mean.isPresent() ? (Double) mean.getAsDouble() : null,
                refused,
                credits(node, attacked),
                credits(node, honest));
    }

    private static @Nullable Double credits(String node, List<FederationEvent> events) {
        boolean paid = events.stream().anyMatch(CreditsPaid.class::isInstance);
        return paid
                ? (Double)
                        events.stream()
                                .filter(CreditsPaid.class::isInstance)
                                .flatMap(event -> ((CreditsPaid) event).payments().stream())
                                .filter(each -> each.node().equals(node))
                                .mapToDouble(each -> each.credits())
                                .sum()
                : null;
    }
}
