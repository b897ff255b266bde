package federarium.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be seen of a round's updates without knowing who lies. */
public sealed interface EvidenceEvent extends FederationEvent {

    /**
     * The round's updates were laid side by side, before a rule combined them.
     *
     * @param updates in client order
     * @param explained the share of their scatter around the mean that the two principal components
     *     show, from 0 to 1; null where they are too many to be measured against each other
     */
    record UpdatesCompared(int round, List<Evidence> updates, @Nullable Double explained)
            implements EvidenceEvent {}

    /**
     * What sets an update apart.
     *
     * @param norm its Euclidean norm
     * @param cosine of the angle between it and the plain mean of all; 0 where one of them is zero
     * @param krum its Krum score with f = ⌊n/5⌋, or the scenario's: the sum of squared distances to
     *     its n − f − 2 nearest neighbours; null below n = 2f + 3, or where they are too many
     * @param x its place along the first principal component of the round's updates, or null where
     *     they are too many
     * @param y and along the second
     */
    record Evidence(
            String node,
            double norm,
            double cosine,
            @Nullable Double krum,
            @Nullable Double x,
            @Nullable Double y) {}

    /**
     * How often the global model does what a backdoor wants.
     *
     * @param target the class that the trigger asks for
     * @param success share of the test rows of all other classes that it takes for the target once
     *     they bear the trigger
     */
    record BackdoorMeasured(int round, String target, double success) implements EvidenceEvent {}
}
