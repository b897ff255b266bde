package federarium.host;

import federarium.event.FederationEvent;
import federarium.event.FederationEvent.RoundStarted;
import federarium.event.FederationEvent.SettingChanged;
import federarium.event.PrivacyEvent.RoundRestarted;
import java.util.ArrayList;
import java.util.List;

/**
 * A round that was interrupted, perhaps more than once.
 *
 * @param begun whether its last attempt has begun
 * @param changes that were to act in it
 */
record Unfinished(boolean begun, List<SettingChanged> changes) {

    /** What the events after the last closed round tell. */
    static Unfinished of(List<FederationEvent> tail) {
        boolean begun = false;
        List<SettingChanged> changes = List.of();
        List<SettingChanged> attempt = new ArrayList<>();
        for (FederationEvent event : tail) {
            switch (event) {
                case SettingChanged change -> attempt.add(change);
                case RoundStarted _ -> {
                    begun = true;
                    changes = List.copyOf(attempt);
                }
                case RoundRestarted _ -> {
                    begun = false;
                    attempt.clear();
                }
                default -> {}
            }
        }
        return new Unfinished(begun, changes);
    }
}
