package federarium.desktop.view.lab;

import federarium.host.Betrayal;
import federarium.host.Harm;
import federarium.host.Membership;
import federarium.host.Rebuilt;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** What the lab asks for; answers come on the window's thread. */
public interface Asks {

    /** Who asked is told one of both. */
    interface Answer<T> {
        void found(T found);

        void refused(String sentence);
    }

    /** A picture that somebody drew, as the model would see it, and what it is said to show. */
    record Drawn(double[] row, int label) {}

    /**
     * @param drawn in place of the node's rows, or null
     */
    void rebuild(Order order, @Nullable Drawn drawn, Answer<Rebuilt> answer);

    void membership(Order order, Membership.View view, Answer<Betrayal> answer);

    /**
     * @param attack {@code attack.kind} and what goes with it; other settings hold with hostile
     *     nodes and without
     * @param progress told the rounds that are done, of twice as many
     */
    void damage(
            int round,
            Map<String, String> attack,
            List<String> nodes,
            int rounds,
            IntConsumer progress,
            Answer<Harm> answer);
}
