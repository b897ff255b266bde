package federarium.desktop.view.topology;

import federarium.projection.NodeState;
import federarium.projection.NodeState.Phase;
import federarium.scenario.Hindrances;

/** What a person did to a node, in words. */
final class Hindered {
    private Hindered() {}

    /** Whether and how, as the end of a list; empty where nothing befell it. */
    static String words(Hindrances now, int seat, NodeState node) {
        if (now.dropped().contains(seat)) {
            return node.phase() == Phase.IDLE ? "dropped" : "dropped from the next round on";
        }
        Double seconds = now.delays().get(seat);
        return seconds == null || seconds == 0
                ? ""
                : "made %s s slower".formatted(NodeMenu.plain(seconds));
    }
}
