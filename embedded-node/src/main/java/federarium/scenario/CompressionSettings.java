package federarium.scenario;

import java.util.List;

/** The keys below {@code compression}, and what they are read as. */
final class CompressionSettings {
    private static final String KIND = "compression.kind";

    private CompressionSettings() {}

    static List<Setting> all() {
        return List.of(
                Settings.choice(
                                KIND,
                                "none",
                                "How updates are made smaller on their way up. What an update"
                                        + " loses, its node adds to the next one. The model travels"
                                        + " down whole.",
                                "none",
                                "quantize",
                                "topK",
                                "sign")
                        .whileRunning(),
                Settings.whole(
                                "compression.bits",
                                "8",
                                1,
                                16,
                                "Bits that each value of an update is rounded to.")
                        .withOnly(KIND, "quantize")
                        .whileRunning(),
                Settings.setting(
                                "compression.fraction",
                                new Kind.Real(0, false, 1),
                                "0.1",
                                "Share of an update's values that is sent: the largest ones.")
                        .withOnly(KIND, "topK")
                        .whileRunning());
    }

    static CompressionSpec read(Keys keys) {
        String kind = keys.text(KIND);
        return switch (kind) {
            case "none" -> new CompressionSpec.None();
            case "quantize" -> new CompressionSpec.Quantize(keys.whole("compression.bits"));
            case "topK" -> new CompressionSpec.TopK(keys.real("compression.fraction"));
            case "sign" -> new CompressionSpec.Sign();
            default -> throw new IllegalStateException("no compression is called " + kind);
        };
    }
}
