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
        if (updates.isEmpty() && state.round().hidden().isEmpty()) {
            return "";
        }
        String clipNorm = Figures.measure(noising.clipNorm());
        String deviation = Figures.measure(noising.deviation());
        return switch (noising.mechanism()) {
            case NONE, CENTRAL -> "";
            case LOCAL ->
                    " Nodes cut them to norm %s and added noise of deviation %s."
                            .formatted(clipNorm, deviation);
            case DISTRIBUTED ->
                    " Nodes cut them to norm %s and added shares of noise: %s or more in the sum."
                            .formatted(clipNorm, deviation);
            case DP_SGD ->
                    " In %s rows' gradients were cut to norm %s and noised by %s."
                            .formatted(steps(updates), clipNorm, deviation);
        };
    }

    private static String steps(List<UpdateReceived> updates) {
        return updates.isEmpty()
                ? "each step"
                : Figures.many(updates.stream().mapToLong(UpdateReceived::steps).sum(), "step");
    }

    /** Of updates that the coordinator cut, and of the noise that covers their sum. */
    static String cut(FederationState state, Noising noising) {
        if (noising.mechanism() != Mechanism.CENTRAL || !noising.done()) {
            return "";
        }
        List<UpdateReceived> updates = state.round().received();
        long cut = updates.stream().filter(u -> u.norm() > noising.clipNorm()).count();
        String who =
                state.round().hidden().isEmpty()
                        ? "%d of %d cut".formatted(cut, updates.size())
                        : "Nodes cut theirs";
        return " %s to norm %s; noise of deviation %s added to the sum."
                .formatted(
                        who,
                        Figures.measure(noising.clipNorm()),
                        Figures.measure(noising.deviation()));
    }
}
