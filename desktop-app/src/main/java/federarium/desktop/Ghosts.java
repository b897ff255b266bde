package federarium.desktop;

import federarium.desktop.feed.Ghost;
import federarium.projection.FederationState;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The last few runs that were, for comparison. */
final class Ghosts {
    private static final int MOST = 3;

    private final List<Ghost> ghosts = new ArrayList<>();

    List<Ghost> list() {
        return List.copyOf(ghosts);
    }

    /**
     * Keeps a run that has come so far.
     *
     * @param name that it goes by, or null if it and those before are no comparison for the next
     */
    void keep(@Nullable String name, FederationState state) {
        if (name == null) {
            ghosts.clear();
        } else if (state.points().size() > 1) {
            ghosts.add(new Ghost(name, state));
            if (ghosts.size() > MOST) {
                ghosts.removeFirst();
            }
        }
    }
}
