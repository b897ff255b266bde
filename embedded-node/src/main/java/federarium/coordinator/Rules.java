package federarium.coordinator;

import federarium.aggregation.AggregationRule;
import federarium.aggregation.Bulyan;
import federarium.aggregation.CentredClipping;
import federarium.aggregation.FedAdagrad;
import federarium.aggregation.FedAdam;
import federarium.aggregation.FedAvg;
import federarium.aggregation.FedAvgM;
import federarium.aggregation.FedNova;
import federarium.aggregation.FedYogi;
import federarium.aggregation.FlTrust;
import federarium.aggregation.GeometricMedian;
import federarium.aggregation.Krum;
import federarium.aggregation.Median;
import federarium.aggregation.MultiKrum;
import federarium.aggregation.NormBound;
import federarium.aggregation.QFedAvg;
import federarium.aggregation.Scaffold;
import federarium.aggregation.TrimmedMean;
import federarium.scenario.Rule;
import federarium.scenario.Scenario;
import federarium.scenario.Training;
import federarium.update.Weights;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The rule that a scenario names. */
final class Rules {
    private Rules() {}

    /**
     * The rule with its parameters.
     *
     * @param round whose learning rate the clients trained with
     * @param clients the number of nodes; one in five of a cohort is taken for hostile where the
     *     scenario does not say how many are
     * @param root the coordinator's own update, for the rule that compares with it
     */
    static AggregationRule of(Scenario scenario, int round, int clients, @Nullable Weights root) {
        double rate = scenario.aggregation().serverLearningRate();
        Training training = scenario.training();
        int n = scenario.combined(clients);
        return switch (scenario.aggregation().rule()) {
            case Rule.FedAvg _ -> new FedAvg(rate);
            case Rule.FedSgd _ -> new FedAvg(rate);
            case Rule.FedAvgM(double momentum) -> new FedAvgM(rate, momentum);
            case Rule.FedAdam(double beta1, double beta2, double tau) ->
                    new FedAdam(rate, beta1, beta2, tau);
            case Rule.FedYogi(double beta1, double beta2, double tau) ->
                    new FedYogi(rate, beta1, beta2, tau);
            case Rule.FedAdagrad(double beta1, double tau) -> new FedAdagrad(rate, beta1, tau);
            case Rule.FedNova _ ->
                    new FedNova(rate, beta(training), training.rate(round) * training.proximalMu());
            case Rule.QFedAvg(double q) -> new QFedAvg(rate, q, training.rate(round));
            case Rule.Scaffold _ -> new Scaffold(rate, clients);
            case Rule.Krum krum -> new Krum(rate, Rule.byzantine(krum.byzantine(), n));
            case Rule.MultiKrum krum ->
                    new MultiKrum(rate, Rule.byzantine(krum.byzantine(), n), krum.select());
            case Rule.Bulyan bulyan -> new Bulyan(rate, Rule.byzantine(bulyan.byzantine(), n));
            case Rule.TrimmedMean(double trim) -> new TrimmedMean(rate, trim);
            case Rule.Median _ -> new Median(rate);
            case Rule.GeometricMedian _ -> new GeometricMedian(rate);
            case Rule.CentredClipping(double clipNorm) -> new CentredClipping(rate, clipNorm);
            case Rule.FlTrust _ -> new FlTrust(rate, Objects.requireNonNull(root));
            case Rule.NormBound(double clipNorm) -> new NormBound(rate, clipNorm);
        };
    }

    private static double beta(Training training) {
        return training.optimizer() instanceof Training.Optimizer.Momentum(double beta) ? beta : 0;
    }
}
