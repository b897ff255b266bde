package federarium.data;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A data set that ships with Federarium.
 *
 * @param name what a scenario calls it
 * @param image the shape of a row, or null where rows are no pictures
 */
record BuiltInSource(
        String name, Content content, @Nullable ImageShape image, Provenance provenance) {

    /** How it is stored. */
    sealed interface Content {
        /**
         * A CSV file.
         *
         * @param classNames what people call the values of the label; others go by themselves
         * @param scale what numbers are multiplied by
         */
        record Csv(DataFile file, Columns columns, Map<String, String> classNames, float scale)
                implements Content {}

        /** Pictures and labels in IDX, training rows and test rows apart. */
        record Idx(Part train, Part test, int classes) implements Content {}

        /** Some of the rows of an IDX source. */
        record Part(DataFile images, DataFile labels, int rows) {}
    }

    private static final String FOLDER = "scenarios/data/";
    private static final String UCI = "CC BY 4.0 (UCI Machine Learning Repository)";
    private static final Map<String, String> DIAGNOSIS = Map.of("0", "benign", "1", "malignant");

    static final List<BuiltInSource> ALL =
            List.of(digits(), mnist(), wdbc(), wisconsin(), cardFraud());

    /** The source of that name, or null. */
    static @Nullable BuiltInSource find(String name) {
        return ALL.stream().filter(source -> source.name.equals(name)).findFirst().orElse(null);
    }

    static String names() {
        return ALL.stream().map(BuiltInSource::name).collect(Collectors.joining(", "));
    }

    static String namesOfPictures() {
        return ALL.stream()
                .filter(source -> source.image != null)
                .map(BuiltInSource::name)
                .collect(Collectors.joining(", "));
    }

    /** The sources whose rows say whose they are, each with the column that says it. */
    static String namesOfThoseWithClients() {
        return ALL.stream()
                .filter(source -> source.client() != null)
                .map(source -> source.name + " (" + source.client() + ")")
                .collect(Collectors.joining(", "));
    }

    private @Nullable String client() {
        return content instanceof Content.Csv csv ? csv.columns().client() : null;
    }

    private static BuiltInSource digits() {
        return csv(
                "digits-8x8",
                "digits/uci_digits_8x8.csv.gz",
                Columns.of("digit"),
                Map.of(),
                1 / 16f,
                new ImageShape(8, 8, 1),
                new Provenance(
                        "Handwritten digits, 8 × 8",
                        UCI,
                        "Alpaydin and Kaynak, Optical Recognition of Handwritten Digits, UCI 1998:"
                                + " the 1,797 digits of 13 writers that were its test part.",
                        false));
    }

    private static BuiltInSource mnist() {
        String folder = FOLDER + "digits/";
        return new BuiltInSource(
                "mnist",
                new Content.Idx(
                        new Content.Part(
                                DataFile.shipped(folder + "train20k-images-idx3-ubyte.gz"),
                                DataFile.shipped(folder + "train20k-labels-idx1-ubyte.gz"),
                                20_000),
                        new Content.Part(
                                DataFile.shipped(folder + "t10k-images-idx3-ubyte.gz"),
                                DataFile.shipped(folder + "t10k-labels-idx1-ubyte.gz"),
                                10_000),
                        10),
                new ImageShape(28, 28, 1),
                new Provenance(
                        "MNIST",
                        "CC BY-SA 3.0, © Yann LeCun and Corinna Cortes",
                        "LeCun, Cortes and Burges from NIST's digits of census staff and students:"
                            + " the first 20,000 training pictures and all 10,000 test pictures.",
                        false));
    }

    private static BuiltInSource wdbc() {
        return csv(
                "wdbc",
                "healthcare/wdbc.csv.gz",
                Columns.of("malignant").ignoring("patient_id"),
                DIAGNOSIS,
                1,
                null,
                new Provenance(
                        "Breast cancer Wisconsin (diagnostic)",
                        UCI,
                        "Wolberg, Street and Mangasarian, UCI 1995: 30 measurements of cell nuclei"
                                + " in 569 fine-needle samples.",
                        false));
    }

    private static BuiltInSource wisconsin() {
        return csv(
                "wisconsin",
                "healthcare/wisconsin_original_by_period.csv.gz",
                Columns.of("malignant").withClient("period").ignoring("sample_id"),
                DIAGNOSIS,
                1,
                null,
                new Provenance(
                        "Breast cancer Wisconsin (original)",
                        UCI,
                        "Wolberg and Mangasarian, PNAS 87 (1990): nine scores from 1 to 10 for 699"
                            + " samples, in the eight groups in which one hospital reported them.",
                        false));
    }

    private static BuiltInSource cardFraud() {
        // scenario is the label in disguise (0 where legitimate), and day only divides train from
        // test: a model that saw it would learn the calendar.
        Columns columns =
                Columns.of("fraud")
                        .withClient("client_bank")
                        .withTestFrom("day", 60)
                        .ignoring("scenario", "day");
        return csv(
                "card-fraud",
                "finance/card_fraud_5_banks.csv.gz",
                columns,
                Map.of("0", "legitimate", "1", "fraud"),
                1,
                null,
                new Provenance(
                        "Card payments of five banks",
                        "Apache-2.0, as Federarium itself",
                        "Synthetic: generated for Federarium by the rules of Le Borgne, Siblini,"
                            + " Lebichot and Bontempi, Practical Handbook, ULB 2022, chapter 3.",
                        true));
    }

    private static BuiltInSource csv(
            String name,
            String file,
            Columns columns,
            Map<String, String> classNames,
            float scale,
            @Nullable ImageShape image,
            Provenance provenance) {
        DataFile shipped = DataFile.shipped(FOLDER + file);
        return new BuiltInSource(
                name, new Content.Csv(shipped, columns, classNames, scale), image, provenance);
    }
}
