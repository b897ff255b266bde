package federarium.desktop.view.topology;

import federarium.desktop.feed.Frame;
import federarium.desktop.theme.Palette;
import federarium.scenario.Privacy;
import java.util.Set;
import javafx.scene.Node;

/** The nodes and what connects them: all of the picture that does not move. */
interface Scenery {

    Node node();

    /** Lays everything out anew. */
    void arrange(Frame frame, Arrangement arrangement, Palette palette);

    /** Shows what changed since. */
    void show(Frame frame);

    /** Draws the nodes in those seats as absent. */
    void dropped(Set<Integer> seats);

    /** Shows budgets of that. */
    void privacy(Privacy privacy);

    /** Marks the node that the inspector shows and the one under the pointer; −1 for none. */
    void mark(int chosen, int current);
}
