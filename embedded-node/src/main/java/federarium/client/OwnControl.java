package federarium.client;

import federarium.update.Controls;
import federarium.update.ServerControl;
import federarium.update.Weights;
import org.jspecify.annotations.Nullable;

/**
 * A node's own control variate c_k under SCAFFOLD, which it keeps from one of its rounds to its
 * next: all 0 before the first, then c_k⁺ of the last one whose update was taken. So Σ c_k = N c,
 * whatever becomes of an update.
 *
 * @param server c; with another beginning of it, c_k begins anew too
 */
public record OwnControl(ServerControl server) {
    private static final String OWN = "control.";

    /** What the node trains with; null where the server sends no control. */
    public static @Nullable Controls controls(@Nullable ServerControl server, Memory memory) {
        return server == null
                ? null
                : new Controls(server.vector(), new OwnControl(server).in(memory));
    }

    /** Keeps c_k⁺, once the update is taken. */
    public Sent moved(Sent trained, Weights change) {
        Weights next = in(trained.memory()).plus(change);
        Memory memory = trained.memory();
        for (String name : trained.memory().named().keySet()) {
            memory = name.startsWith(OWN) ? memory.without(name) : memory;
        }
        return new Sent(trained.update(), memory.with(name(), next), trained.refused());
    }

    private Weights in(Memory memory) {
        Weights own = memory.get(name());
        return own == null ? Weights.zeros(server.vector().size()) : own;
    }

    private String name() {
        return OWN + server.since();
    }
}
