package federarium.transport.lobby;

/** What becomes of an attempt to join. */
public sealed interface Verdict {

    /** It has a seat. */
    record Seated(int seat) implements Verdict {}

    /** It has to wait until somebody approves it. */
    record Asked() implements Verdict {}

    /**
     * It is sent away.
     *
     * @param reason a sentence for both sides
     * @param again whether it may help to try again by itself
     */
    record Refused(String reason, boolean again) implements Verdict {}
}
