package federarium.transport;

import federarium.update.ClientUpdate;
import org.jspecify.annotations.Nullable;

/** A node's way of handing in an update that nobody may see. */
public interface Hiding {

    /**
     * The node's answer to one message of the coordinator.
     *
     * @param kept the update of the last round that the node trained in, or null before that
     * @throws RuntimeException with the reason, if the node will not answer
     */
    Object answer(Object message, @Nullable ClientUpdate kept);
}
