package federarium.desktop;

import federarium.desktop.feed.Frame;
import federarium.desktop.feed.Sabotage;
import federarium.desktop.text.Deeds;
import federarium.projection.NodeState;
import federarium.scenario.BadInputException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** Draws who lies and how, where nobody is to know. */
final class Saboteur {
    private final RandomGenerator random;

    /**
     * @param random by which nobody can work out who was drawn
     */
    Saboteur(RandomGenerator random) {
        this.random = random;
    }

    /**
     * Draws a node of the run, and an attack until one is taken.
     *
     * @param attempt takes what was drawn, or throws that it can't be
     * @throws BadInputException if no attack can be
     */
    Sabotage draw(Frame frame, Consumer<Sabotage> attempt) {
        List<NodeState> nodes = frame.state().nodes().list();
        String node = nodes.get(random.nextInt(nodes.size())).id();
        List<Deeds> deeds = new ArrayList<>(List.of(Deeds.values()));
        deeds.remove(Deeds.ALIE); // alone it has nobody to hide among
        Collections.shuffle(deeds, random);
        BadInputException refusal = null;
        for (Deeds deed : deeds) {
            Sabotage drawn = new Sabotage(node, deed.kind(), frame.round());
            try {
                attempt.accept(drawn);
                return drawn;
            } catch (BadInputException e) {
                refusal = e;
            }
        }
        throw refusal == null ? new IllegalStateException("no attack to draw from") : refusal;
    }
}
