package federarium.host;

import federarium.coordinator.Reckoning;
import federarium.data.Dataset;
import federarium.host.Rebuilt.Picture;
import federarium.lab.DenseGradient;
import federarium.lab.FirstLayer;
import federarium.lab.GradientMatching;
import federarium.lab.GradientMatching.Found;
import federarium.lab.GuessedLabels;
import federarium.lab.Likeness;
import federarium.lab.Pairing;
import federarium.model.DenseShape;
import federarium.privacy.accounting.Accountant;
import federarium.privacy.accounting.Charge;
import federarium.privacy.accounting.Ledger;
import federarium.random.RandomStream;
import federarium.random.RandomStreams;
import federarium.scenario.BadInputException;
import federarium.scenario.Concealment;
import federarium.scenario.Privacy;
import federarium.scenario.Privacy.Mechanism;
import federarium.scenario.Scenario.ModelSpec;
import federarium.update.ClientUpdate;
import federarium.update.Weights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Rebuilds the rows behind a node's update: a single one from the first layer, a few from gradients
 * that match; of more there is a blend.
 */
public final class Rebuild {
    /** As many rows as gradients are matched for. */
    public static final int MOST_MATCHED = 8;

    private static final String MATCHING = "gradient matching";
    private static final int SHOWN = 16;
    private static final double MATCHING_WORK = 4e9;
    private static final int STARTS = 2;
    private static final double SMOOTHNESS = .02;

    private final Exhibit exhibit;
    private final DenseShape shape;
    private final DenseGradient model;
    private final PublicRows known;
    private final double[] mean;
    private final RandomStreams streams;

    /**
     * @throws BadInputException if the model does not begin with a dense layer
     */
    public Rebuild(Exhibit exhibit) {
        if (!(exhibit.scenario().model() instanceof ModelSpec.Dense dense)) {
            throw new BadInputException(
                    exhibit.run()
                            + ": rows are rebuilt from a dense layer; allowed: runs with model.kind"
                            + " dense");
        }
        this.exhibit = exhibit;
        this.shape = Models.shape(dense, exhibit.data().dataset());
        this.model = new DenseGradient(shape, exhibit.model());
        this.known = PublicRows.of(exhibit.data());
        this.mean = known.mean();
        this.streams = new RandomStreams(exhibit.scenario().seed());
    }

    /** From what the coordinator was sent: the update, or the sum that it is hidden in. */
    public Rebuilt fromUpdate(BooleanSupplier cancelled) {
        int[] rows = DrawnRows.of(exhibit.request(), exhibit.rows(), exhibit.noise());
        if (rows.length == 0) {
            throw new BadInputException(
                    "--round: by its draw %s looked at no row in round %d; another round will do, or"
                                    .formatted(exhibit.node(), exhibit.round())
                            + " a larger training.batchSize");
        }
        ClientUpdate update = exhibit.update();
        boolean hidden = exhibit.scenario().concealment() != Concealment.NONE;
        Weights seen = hidden ? exhibit.meanOfAll() : update.delta();
        return rebuilt(
                hidden ? "sum" : "update",
                update.steps(),
                exhibit.isLogged(update),
                rows(rows),
                labels(rows),
                attack(gradient(seen, update.steps()), rows.length, update.steps(), cancelled),
                isNoised() ? exhibit.charge() : Ledger.EMPTY);
    }

    /** From the gradient of the rows that the node looked at, at the model that it was sent. */
    public Rebuilt fromGradient(BooleanSupplier cancelled) {
        if (isNoised() || exhibit.scenario().concealment() != Concealment.NONE) {
            throw new BadInputException(
                    "--from: nobody sees a node's gradient where updates are noised or hidden;"
                            + " allowed: update");
        }
        int[] rows = DrawnRows.of(exhibit.request(), exhibit.rows(), exhibit.noise());
        double[] gradient = model.of(rows(rows), labels(rows));
        return rebuilt(
                "gradient",
                1,
                null,
                rows(rows),
                labels(rows),
                attack(gradient, rows.length, 1, cancelled),
                Ledger.EMPTY);
    }

    /**
     * From updates of a single row each: those that the node would have sent had it had no other.
     *
     * @param count how many, first of its own rows, then of other nodes', at most all of them
     */
    public Rebuilt fromSingleRows(int count) {
        int[] rows =
                IntStream.concat(
                                Arrays.stream(exhibit.rows()),
                                Arrays.stream(exhibit.data().train()))
                        .distinct()
                        .limit(count)
                        .toArray();
        return fromSingleRows(rows(rows), labels(rows));
    }

    /** The same of a row that somebody drew. */
    public Rebuilt fromOwnRow(double[] row, int label) {
        return fromSingleRows(new double[][] {row}, new int[] {label});
    }

    private Rebuilt fromSingleRows(double[][] rows, int[] labels) {
        if (exhibit.scenario().concealment() != Concealment.NONE) {
            throw new BadInputException(
                    "--rows: nobody sees an update of a single row where updates are hidden;"
                            + " allowed: 1");
        }
        Dataset data = exhibit.data().dataset();
        RandomStream seeds = streams.stream("lab noise", exhibit.round(), exhibit.client());
        double[][] found = new double[rows.length][];
        int[] guessed = new int[rows.length];
        int steps = 0;
        for (int i = 0; i < rows.length; i++) {
            float[] features = new float[rows[i].length];
            for (int j = 0; j < features.length; j++) {
                features[j] = (float) rows[i][j];
            }
            ClientUpdate update =
                    exhibit.update(data.with(features, new int[] {labels[i]}), seeds.nextLong());
            double[] gradient = gradient(update.delta(), update.steps());
            found[i] = FirstLayer.row(shape, gradient);
            guessed[i] = GuessedLabels.of(shape, gradient, new double[shape.outputs(0)], 1)[0];
            steps = update.steps();
        }
        return rebuilt(
                "update",
                steps,
                null,
                rows,
                labels,
                new Attack("first layer", found, guessed),
                chargeOfSingleRow(steps));
    }

    /** Of a node with no other row: in DP-SGD every step draws it. */
    private Ledger chargeOfSingleRow(int steps) {
        Privacy privacy = exhibit.scenario().privacy();
        if (privacy.mechanism() == Mechanism.DP_SGD) {
            return Ledger.EMPTY.plus(new Charge(privacy.noiseMultiplier(), 1), steps);
        }
        return isNoised() ? exhibit.charge() : Ledger.EMPTY;
    }

    private record Attack(String method, double[][] rows, int[] labels) {
        /** Whether one picture stands for several rows. */
        boolean isBlend() {
            return rows.length > 1 && rows[0] == rows[1];
        }
    }

    private Attack attack(double[] gradient, int rows, int steps, BooleanSupplier cancelled) {
        boolean hidden = exhibit.scenario().concealment() != Concealment.NONE;
        int[] labels = GuessedLabels.of(shape, gradient, known.expected(model), rows);
        if (rows == 1 || rows > MOST_MATCHED || steps > 1 || hidden) {
            double[][] same = new double[rows][];
            Arrays.fill(same, FirstLayer.row(shape, gradient));
            return new Attack("first layer", same, labels);
        }
        double work = 12.0 * rows * shape.parameters();
        GradientMatching matching =
                new GradientMatching(
                        model,
                        known.range(),
                        exhibit.data().dataset().image(),
                        SMOOTHNESS,
                        (int) Math.clamp(MATCHING_WORK / work, 100, 3000));
        Found[] found = new Found[STARTS];
        for (int start = 0; start < STARTS; start++) {
            found[start] =
                    matching.search(
                            gradient,
                            labels,
                            streams.stream("lab start", exhibit.round(), start),
                            cancelled);
        }
        return new Attack(MATCHING, GradientMatching.best(found).rows(), labels);
    }

    /** g = −Δ ÷ (η · steps), several steps taken as one large one. */
    private double[] gradient(Weights update, int steps) {
        double rate = exhibit.scenario().training().rate(exhibit.round()) * Math.max(1, steps);
        double[] gradient = new double[update.size()];
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] = -update.get(i) / rate;
        }
        return gradient;
    }

    private Rebuilt rebuilt(
            String seen,
            int steps,
            @Nullable Boolean logged,
            double[][] rows,
            int[] labels,
            Attack attack,
            Ledger charge) {
        int[] pairs = pairs(rows, attack);
        List<Picture> pictures = new ArrayList<>();
        for (int i = 0; i < rows.length; i++) {
            Likeness like = Likeness.of(attack.rows()[pairs[i]], rows[i], mean);
            pictures.add(
                    new Picture(
                            labels[i],
                            attack.labels()[pairs[i]],
                            boxed(rows[i]),
                            boxed(attack.rows()[pairs[i]]),
                            like.cosine(),
                            like.error(),
                            like.rmse()));
        }
        Baselines baselines = new Baselines(shape, mean, streams);
        Privacy privacy = exhibit.scenario().privacy();
        Double epsilon =
                isNoised()
                        ? (Double) new Reckoning(privacy, new Accountant()).epsilon(charge)
                        : null;
        double cosine = pictures.stream().mapToDouble(Picture::cosine).average().orElse(0);
        return new Rebuilt(
                exhibit.run(),
                exhibit.round(),
                exhibit.node(),
                seen,
                attack.method(),
                rows.length,
                steps,
                logged,
                epsilon,
                epsilon == null ? null : privacy.delta(),
                pictures.subList(0, Math.min(SHOWN, pictures.size())),
                cosine,
                pictures.stream().mapToDouble(Picture::error).max().orElse(0),
                baselines.of(rows, mean),
                baselines.of(rows, null),
                RebuildMeaning.of(exhibit, seen, attack.isBlend() ? rows.length : 1, cosine));
    }

    /** Of batches in their order, of blends and of single rows as they are. */
    private int[] pairs(double[][] rows, Attack attack) {
        double[][] found = attack.rows();
        int[] pairs = new int[rows.length];
        Arrays.setAll(pairs, i -> i);
        if (!attack.method().equals(MATCHING)) {
            return pairs;
        }
        double[][] likeness = new double[rows.length][rows.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < rows.length; j++) {
                likeness[i][j] = Likeness.of(found[j], rows[i], mean).cosine();
            }
        }
        return Pairing.best(likeness);
    }

    private boolean isNoised() {
        Mechanism mechanism = exhibit.scenario().privacy().mechanism();
        return mechanism == Mechanism.LOCAL || mechanism == Mechanism.DP_SGD;
    }

    private double[][] rows(int[] rows) {
        return Arrays.stream(rows)
                .mapToObj(row -> PublicRows.row(known.data(), row))
                .toArray(double[][]::new);
    }

    private int[] labels(int[] rows) {
        return Arrays.stream(rows).map(known.data()::label).toArray();
    }

    private static List<Double> boxed(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }
}
