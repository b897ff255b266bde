package federarium.desktop.view.knobs;

import federarium.desktop.control.Knob;
import federarium.desktop.control.Scale;
import federarium.scenario.Scenario;
import federarium.scenario.Scenario.Partition;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * How unevenly labels are dealt, as one number: Dirichlet's alpha, infinity for an even deal, NaN
 * for a partition that has no place on that line.
 */
final class Skew implements Knob.Reading {
    static final double EVEN = Double.POSITIVE_INFINITY;
    static final double OTHER = Double.NaN;

    private static final double MOST = 100;
    private static final double LEAST = 0.05;
    private static final double EVEN_END = 0.04;

    private static final Scale ALPHA = Scale.logarithmic(LEAST, MOST);
    private String other = "";

    /** The number for a partition; remembers what to call one that has none. */
    double of(Scenario scenario) {
        return switch (scenario.data().partition()) {
            case Partition.Iid _ -> EVEN;
            case Partition.Dirichlet(double alpha) -> alpha;
            case Partition.Size _ -> other("by size");
            case Partition.Pathological(int classes) ->
                    other(classes + (classes == 1 ? " label each" : " labels each"));
            case Partition.Shard(int shards) ->
                    other(shards + (shards == 1 ? " shard each" : " shards each"));
            case Partition.Natural _ -> other("natural");
            case Partition.Feature _ -> other("by features");
        };
    }

    private double other(String words) {
        other = words;
        return OTHER;
    }

    /** The keys that ask for that skew. */
    static Map<String, String> keys(double alpha) {
        Map<String, String> keys = new LinkedHashMap<>();
        if (Double.isInfinite(alpha)) {
            keys.put("data.partition.kind", "iid");
        } else {
            keys.put("data.partition.kind", "dirichlet");
            keys.put("data.partition.alpha", plain(alpha));
        }
        return keys;
    }

    @Override
    public String write(double value) {
        if (Double.isNaN(value)) {
            return other;
        }
        return Double.isInfinite(value) ? "even" : "α " + plain(value);
    }

    @Override
    public double read(String text) {
        String word = text.toLowerCase(Locale.ROOT).replace("alpha", "").replace("α", "").strip();
        if (word.equals("even") || word.equals("iid")) {
            return EVEN;
        }
        double alpha = Numbers.real(word, "even, or an alpha such as 0.5");
        if (alpha <= 0) {
            throw new IllegalArgumentException("An alpha is above 0; small is skewed.");
        }
        return alpha;
    }

    @Override
    public Scale scale() {
        return new Scale() {
            @Override
            public double position(double value) {
                if (Double.isNaN(value)) {
                    return 0.8;
                }
                return Double.isInfinite(value)
                        ? 0
                        : EVEN_END + (1 - EVEN_END) * (1 - ALPHA.position(value));
            }

            @Override
            public double value(double position) {
                if (position < EVEN_END) {
                    return EVEN;
                }
                return ALPHA.value(1 - (position - EVEN_END) / (1 - EVEN_END));
            }
        };
    }

    private static String plain(double value) {
        return Numbers.plain(value);
    }
}
