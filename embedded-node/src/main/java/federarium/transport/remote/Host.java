package federarium.transport.remote;

import federarium.transport.lobby.Guest;
import federarium.transport.wire.Control;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whoever keeps the door. Called on the door's context: nothing here may take long. */
public interface Host {

    /** What the node at a seat is told, so that it can get its rows ready. */
    Control.Welcome welcome(int seat);

    /** Why what a node has does not fit its seat, or null if it does. */
    @Nullable String objection(int seat, Control.Ready ready);

    /** Somebody came, went, or changed. */
    void changed(List<Guest> guests);

    /**
     * Something was refused.
     *
     * @param who it came from: a name, or an address
     */
    void refused(String who, String reason);
}
