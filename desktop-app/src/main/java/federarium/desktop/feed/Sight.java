package federarium.desktop.feed;

import federarium.event.EvidenceEvent.BackdoorMeasured;
import federarium.event.FederationEvent;
import federarium.event.FederationEvent.SettingChanged;
import federarium.event.LiveSignal;
import org.jspecify.annotations.Nullable;

/**
 * A run as it is, and as it is told. They are the same but while an attack is sealed: then all that
 * is told of it is that there is one.
 *
 * @param told what the window may show
 * @param whole what it will once the seal is broken
 * @param sealedAfter the last round before the attack, or null where nothing is sealed
 */
record Sight(Frame told, Frame whole, @Nullable Integer sealedAfter) {
    static final Sight EMPTY = new Sight(Frame.EMPTY, Frame.EMPTY, null);

    private static final String GROUP = "attack.";

    Sight after(FederationEvent event) {
        if (sealedAfter == null) {
            Frame next = whole.after(event);
            return new Sight(next, next, null);
        }
        FederationEvent covered = event.round() > sealedAfter ? covered(event) : event;
        return new Sight(
                covered == null ? told : told.after(covered), whole.after(event), sealedAfter);
    }

    Sight after(LiveSignal signal) {
        Frame next = whole.after(signal);
        return sealedAfter == null
                ? new Sight(next, next, null)
                : new Sight(told.after(signal), next, sealedAfter);
    }

    /** Hides what attack begins after that round. */
    Sight sealed(int round) {
        return new Sight(told.sealed(true), whole, round);
    }

    /** Tells all. */
    Sight open() {
        return new Sight(whole, whole, null);
    }

    /** What may be told of it, or null for nothing: a trigger would give the kind away. */
    private static @Nullable FederationEvent covered(FederationEvent event) {
        return switch (event) {
            case SettingChanged change when change.key().equals(GROUP + "kind") ->
                    new SettingChanged(change.round(), "attack", "sealed");
            case SettingChanged change when change.key().startsWith(GROUP) -> null;
            case BackdoorMeasured _ -> null;
            default -> event;
        };
    }
}
