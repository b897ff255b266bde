package federarium.host;

import static java.util.Objects.requireNonNull;

import federarium.coordinator.Valuation;
import federarium.coordinator.Valuer;
import federarium.data.FederatedData;
import federarium.host.Contributions.Asked;
import federarium.host.Contributions.Scored;
import federarium.incentive.CoalitionModel;
import federarium.random.RandomStreams;
import federarium.scenario.Incentive;
import federarium.scenario.Incentive.Coalitions;
import federarium.scenario.Incentive.Pay;
import federarium.update.ClientUpdate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Values updates on the coordinator's validation rows, which it draws once. */
final class Appraiser implements Valuer {
    private final FederatedData data;
    private final ModelPool models;
    private final Workers workers;
    private final Map<Utility, Validation> validations = new EnumMap<>(Utility.class);

    Appraiser(FederatedData data, ModelPool models, Workers workers) {
        this.data = data;
        this.models = models;
        this.workers = workers;
    }

    @Override
    public CompletableFuture<List<Valuation.Scores>> value(Valuation valuation) {
        Incentive incentive = valuation.incentive();
        RandomStreams streams = new RandomStreams(valuation.seed());
        Contributions contributions =
                new Contributions(
                        validation(Utility.valueOf(incentive.utility().name()), streams),
                        workers,
                        streams,
                        incentive.compare() ? Contributions.REPEATS : 1);
        Contributions.Round round =
                new Contributions.Round(
                        valuation.round(),
                        valuation.model(),
                        valuation.rate(),
                        valuation.updates().stream().map(ClientUpdate::delta).toList(),
                        valuation.weights());
        return contributions
                .of(round, asked(incentive, valuation.updates().size()))
                .thenApply(scored -> scored.stream().map(Appraiser::scores).toList());
    }

    private synchronized Validation validation(Utility utility, RandomStreams streams) {
        return validations.computeIfAbsent(
                utility, wanted -> Validation.of(data, streams, models, wanted));
    }

    private static List<Asked> asked(Incentive incentive, int updates) {
        List<Asked> asked = new ArrayList<>();
        if (incentive.rule().weighs()) {
            asked.add(
                    new Asked(
                            incentive.rule().word(),
                            CoalitionModel.valueOf(incentive.coalitions().name())));
        }
        if (incentive.compare()) {
            Contributions.comparison(updates).stream()
                    .filter(each -> !asked.contains(each))
                    .forEach(asked::add);
        }
        return asked;
    }

    private static Valuation.Scores scores(Scored scored) {
        return new Valuation.Scores(
                Arrays.stream(Pay.values())
                        .filter(each -> each.word().equals(scored.asked().rule()))
                        .findFirst()
                        .orElseThrow(),
                Coalitions.valueOf(scored.asked().coalitions().name()),
                scored.before(),
                scored.after(),
                scored.evaluations(),
                Arrays.stream(scored.scores()).boxed().toList(),
                scored.spread() == null
                        ? List.of()
                        : Arrays.stream(requireNonNull(scored.spread())).boxed().toList());
    }
}
