package federarium.privacy.accounting;

import java.util.LinkedHashMap;
import java.util.Map;

/** The loss distributions of the steps that were asked for last; may be shared by threads. */
final class LossGrids {
    private static final int KEPT = 4;

    private record Key(SampledPair pair, double interval) {}

    private final Map<Key, LossDistribution> kept = new LinkedHashMap<>();

    synchronized LossDistribution of(SampledPair pair, double interval) {
        Key key = new Key(pair, interval);
        LossDistribution known = kept.remove(key);
        LossDistribution loss = known == null ? LossDistribution.of(pair, interval) : known;
        kept.put(key, loss);
        if (kept.size() > KEPT) {
            kept.remove(kept.keySet().iterator().next());
        }
        return loss;
    }
}
