package federarium.desktop.view.stepper;

import federarium.desktop.feed.Noising;
import federarium.desktop.text.Figures;
import federarium.event.FederationEvent.UpdateReceived;
import federarium.projection.FederationState;
import federarium.scenario.Privacy.Mechanism;
import java.util.List;

/** What was cut and noised in a round, as a sentence that follows another; empty for nothing. */
final class NoiseSentences {
    private NoiseSentences() {}

    /** Of updates that their nodes noised. */
    static String added(FederationState state, Noising noising) {
        List<UpdateReceived> updates = state.round().received();
        if (updates.isEmpty()) {
            return "";
        }
        String clipNorm = Figures.measure(noising.clipNorm());
        String deviation = Figures.measure(noising.deviation());
        return switch (noising.mechanism()) {
            case NONE, CENTRAL -> "";
            case LOCAL ->
                    " Nodes cut them to norm %s and added noise of deviation %s."
                            .formatted(clipNorm, deviation);
            case DP_SGD ->
                    " In %s rows' gradients were cut to norm %s and noised by %s."
                            .formatted(
                                    Figures.many(
                                            updates.stream().mapToLong(UpdateReceived::steps).sum(),
                                            "step"),
                                    clipNorm,
                                    deviation);
        };
    }

    /** Of updates that the coordinator cut, and of the noise that covers their sum. */
    static String cut(FederationState state, Noising noising) {
        if (noising.mechanism() != Mechanism.CENTRAL || !noising.done()) {
            return "";
        }
        List<UpdateReceived> updates = state.round().received();
        long cut = updates.stream().filter(u -> u.norm() > noising.clipNorm()).count();
        return " %d of %d cut to norm %s; noise of deviation %s added to the sum."
                .formatted(
                        cut,
                        updates.size(),
                        Figures.measure(noising.clipNorm()),
                        Figures.measure(noising.deviation()));
    }
}
