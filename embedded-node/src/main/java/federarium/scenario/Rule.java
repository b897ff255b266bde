package federarium.scenario;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How updates are combined, with what each rule can be told. */
public sealed interface Rule {

    /** Mean weighted by examples. */
    record FedAvg() implements Rule {}

    /**
     * FedAvg where every client of the cohort takes one step on all its rows; with everybody, a
     * step of pooled gradient descent.
     */
    record FedSgd() implements Rule {}

    /** Momentum β at the server. */
    record FedAvgM(double momentum) implements Rule {}

    /** Adam at the server. */
    record FedAdam(double beta1, double beta2, double tau) implements Rule {}

    /** Yogi at the server. */
    record FedYogi(double beta1, double beta2, double tau) implements Rule {}

    /** Adagrad at the server. */
    record FedAdagrad(double beta1, double tau) implements Rule {}

    /** Updates divided by their numbers of steps. */
    record FedNova() implements Rule {}

    /** Clients with a high loss weigh more, by the q-th power. */
    record QFedAvg(double q) implements Rule {}

    /** Steps corrected by control variates. */
    record Scaffold() implements Rule {}

    /** The one update closest to its neighbours. */
    record Krum(@Nullable Integer byzantine) implements Rule {}

    /** The mean of the m closest to their neighbours; null for n − f − 2. */
    record MultiKrum(@Nullable Integer byzantine, @Nullable Integer select) implements Rule {}

    /** Krum one by one, then what is closest to the median. */
    record Bulyan(@Nullable Integer byzantine) implements Rule {}

    /** Every parameter's mean without a share β at either end. */
    record TrimmedMean(double trim) implements Rule {}

    /** Every parameter's median. */
    record Median() implements Rule {}

    /** The point with the smallest sum of distances. */
    record GeometricMedian() implements Rule {}

    /** Updates clipped around the last aggregate. */
    record CentredClipping(double clipNorm) implements Rule {}

    /** Updates clipped at a norm. */
    record NormBound(double clipNorm) implements Rule {}

    /** Updates that point where the coordinator's own does. */
    record FlTrust() implements Rule {}

    /** The rule as it is written in a scenario. */
    default String name() {
        String name = getClass().getSimpleName();
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    /**
     * f, the hostile clients that a rule is to bear: as given, or one in five.
     *
     * @param cohort clients in a round
     */
    static int byzantine(@Nullable Integer given, int cohort) {
        return given == null ? cohort / 5 : given;
    }
}
