package federarium.event;

import java.util.Map;

/** What may be asked of a running federation. */
public sealed interface FederationCommand {

    /**
     * Goes on, at about three seconds ÷ speed for a round.
     *
     * @param speed a positive factor; infinity waits for nothing
     */
    record Play(double speed) implements FederationCommand {}

    /** Waits at the next boundary between steps. */
    record Pause() implements FederationCommand {}

    /** Advances by one of the five steps, then waits. */
    record AdvanceStep() implements FederationCommand {}

    /** Advances to the end of the round, then waits. */
    record AdvanceRound() implements FederationCommand {}

    /** Changes a live setting from the next round on. */
    record ChangeSetting(String key, String value) implements FederationCommand {}

    /**
     * Changes several live settings at once, from the next round on; only together need they fit.
     */
    record ChangeSettings(Map<String, String> values) implements FederationCommand {}

    /** Ends the run after what is in flight; it can be resumed. */
    record Stop() implements FederationCommand {}
}
