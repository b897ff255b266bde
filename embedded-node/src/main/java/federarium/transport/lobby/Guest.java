package federarium.transport.lobby;

import org.jspecify.annotations.Nullable;

/**
 * A node of another machine, as the lobby knows it.
 *
 * @param key its Ed25519 public key, in base64url: what it is known by
 * @param name that it gave itself
 * @param address from which it came last
 * @param seat that it has, from 0, or null while it has none
 * @param examples how many training rows it said that it has; 0 until it did
 */
public record Guest(
        String key,
        String name,
        String address,
        State state,
        @Nullable Integer seat,
        int examples) {

    /** Where it stands. */
    public enum State {
        /** It waits for somebody to approve it. */
        ASKING("waits to be approved"),
        /** It has a seat, and gets its rows ready. */
        PREPARING("gets its rows ready"),
        /** It can train. */
        READY("ready"),
        /** Its connection is gone; the seat is kept. */
        AWAY("away"),
        /** It was sent away, and may ask again. */
        REMOVED("removed"),
        /** It was sent away, and may not come back. */
        BLOCKED("blocked");

        private final String words;

        State(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    Guest in(State next) {
        return new Guest(key, name, address, next, seat, examples);
    }

    Guest at(int place) {
        return new Guest(key, name, address, State.PREPARING, place, examples);
    }

    Guest standing(State next) {
        return new Guest(key, name, address, next, null, examples);
    }

    Guest ready(int rows) {
        return new Guest(key, name, address, State.READY, seat, rows);
    }

    Guest back(String called, String from) {
        return new Guest(key, called, from, State.PREPARING, seat, examples);
    }
}
