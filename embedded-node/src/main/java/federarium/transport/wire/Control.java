package federarium.transport.wire;

import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** What coordinator and node say to each other beside a round's messages: JSON, as text. */
public sealed interface Control {

    /** What the coordinator says. */
    sealed interface FromHost extends Control {}

    /** What a node says. */
    sealed interface FromNode extends Control {}

    /**
     * First of all, on every connection.
     *
     * @param nonce 32 random bytes in base64url, which the node's signature has to cover
     */
    record Challenge(int protocol, String nonce) implements FromHost {}

    /**
     * The node's answer to that.
     *
     * @param token of the link
     * @param key the node's Ed25519 key in base64url
     * @param name which people know it by
     * @param signature over {@link Greeting#signedText}, in base64url
     */
    record Hello(
            int protocol, String session, String token, String key, String name, String signature)
            implements FromNode {}

    /** Somebody looks at the node's words before it is let in. */
    record Waiting(String words) implements FromHost {}

    /**
     * The coordinator will not have it; where {@code again} is false, the connection ends for good.
     */
    record Refused(String reason, boolean again) implements FromHost {}

    /**
     * The node has a seat, and is to get its rows ready.
     *
     * @param seat its place in client order, from 0
     * @param node its id
     * @param scenario by dotted keys; each value a text or a list of texts
     * @param rows SHA-256 of the data as the coordinator has them, in hexadecimal; null where each
     *     node brings its own
     */
    record Welcome(
            int seat, String node, SequencedMap<String, Object> scenario, @Nullable String rows)
            implements FromHost {}

    /**
     * The node can train.
     *
     * @param examples how many training rows it has
     * @param labels how many of each class
     */
    record Ready(int examples, List<Integer> labels) implements FromNode {}

    /** The node cannot take part. */
    record Unable(String reason) implements FromNode {}

    /**
     * The run begins, or goes on.
     *
     * @param epoch which life of the coordinator this is
     * @param roster every node's key in client order; empty where nothing is summed in secret
     */
    record Begin(String run, long epoch, List<String> roster) implements FromHost {}

    /** The node could not answer a question. */
    record Failed(long seq, String reason) implements FromNode {}

    /**
     * Where the run stands, for the node's people.
     *
     * @param accuracy of the global model; null before it is known
     * @param epsilon that the node has spent; null without noise
     */
    record News(
            int round,
            int rounds,
            @Nullable Double accuracy,
            @Nullable Double epsilon,
            @Nullable Double credits)
            implements FromHost {}

    /**
     * The run is over.
     *
     * @param status {@code completed}, {@code failed} or {@code interrupted}
     * @param sha256 of the final model; null if there is none
     */
    record Ended(String status, @Nullable String sha256, @Nullable Double accuracy)
            implements FromHost {
        /** The status of a run that may go on: the node calls again until it does. */
        public static final String INTERRUPTED = "interrupted";
    }
}
