package federarium.transport.lobby;

import federarium.transport.lobby.Guest.State;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Decides who joins, and keeps who sits where. It reads no socket and no clock, and belongs to one
 * thread.
 *
 * <p>A node is known by its key; that it has the key was proved before it gets here. Seats go in
 * the order in which nodes are let in. A node that had a seat gets it back, whatever was locked or
 * has expired meanwhile; once the run has begun nobody else comes in.
 */
public final class Lobby {
    private static final int MOST_GUESTS = 1000;

    private final Terms terms;
    private final FailedJoins failures = new FailedJoins();
    private final Map<String, Guest> guests = new LinkedHashMap<>();
    private boolean locked;
    private boolean begun;

    public Lobby(Terms terms) {
        this.terms = terms;
    }

    /** A lobby of a run that goes on: these have their seats already. */
    public static Lobby again(Terms terms, List<Guest> seated) {
        Lobby lobby = new Lobby(terms);
        seated.forEach(guest -> lobby.guests.put(guest.key(), guest.in(State.AWAY)));
        lobby.begun = true;
        return lobby;
    }

    /**
     * Somebody wants to come in.
     *
     * @param key that it proved to have
     * @param token that it brought
     */
    public Verdict hello(
            String key, String name, String session, String token, String address, Instant now) {
        Optional<Verdict.Refused> turnedAway = turnedAway(key, session, token, address, now);
        if (turnedAway.isPresent()) {
            return turnedAway.get();
        }
        Guest known = guests.get(key);
        if (known != null && known.seat() != null) {
            guests.put(key, known.back(name, address));
            return new Verdict.Seated(known.seat());
        }
        Optional<Verdict.Refused> tooLate = tooLate(now);
        if (tooLate.isPresent()) {
            return tooLate.get();
        }
        Guest guest = new Guest(key, name, address, State.ASKING, null, 0);
        guests.put(key, guest);
        return terms.approval() ? new Verdict.Asked() : new Verdict.Seated(seat(guest));
    }

    private Optional<Verdict.Refused> turnedAway(
            String key, String session, String token, String address, Instant now) {
        if (!failures.mayTry(address, now)) {
            return refused("too many attempts from this address failed; wait a minute", true);
        }
        if (!session.equals(terms.session()) || !isToken(token)) {
            failures.failed(address, now);
            return refused("the link does not fit; copy the whole link again", false);
        }
        Guest known = guests.get(key);
        return known != null && known.state() == State.BLOCKED
                ? refused("the host has blocked this machine", false)
                : Optional.empty();
    }

    private Optional<Verdict.Refused> tooLate(Instant now) {
        if (begun) {
            return refused("the run has begun without this machine; wait for the next", false);
        }
        if (now.isAfter(terms.expires())) {
            return refused("the link has expired; ask for a new one", false);
        }
        if (locked) {
            return refused("the host has locked the lobby", true);
        }
        if (free().isEmpty()) {
            return refused("all %d seats are taken".formatted(terms.seats()), true);
        }
        return guests.size() >= MOST_GUESTS
                ? refused("too many machines have asked", true)
                : Optional.empty();
    }

    private boolean isToken(String token) {
        return MessageDigest.isEqual(
                token.getBytes(StandardCharsets.UTF_8),
                terms.token().getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<Verdict.Refused> refused(String reason, boolean again) {
        return Optional.of(new Verdict.Refused(reason, again));
    }

    /** An attempt failed before it could be decided, by a bad signature for instance. */
    public void failed(String address, Instant now) {
        failures.failed(address, now);
    }

    /** Whether an address has not failed too often of late. */
    public boolean mayTry(String address, Instant now) {
        return failures.mayTry(address, now);
    }

    /** Lets somebody in who asked; its seat, or nothing where none is left or it is gone. */
    public Optional<Integer> approve(String key) {
        Guest guest = guests.get(key);
        return guest != null && guest.state() == State.ASKING && free().isPresent()
                ? Optional.of(seat(guest))
                : Optional.empty();
    }

    private int seat(Guest guest) {
        int seat = free().orElseThrow();
        guests.put(guest.key(), guest.at(seat));
        return seat;
    }

    private Optional<Integer> free() {
        return IntStream.range(0, terms.seats())
                .filter(seat -> guests.values().stream().noneMatch(each -> sits(each, seat)))
                .boxed()
                .findFirst();
    }

    private static boolean sits(Guest guest, int seat) {
        return Objects.equals(guest.seat(), seat);
    }

    /** It can train on so many rows. */
    public void ready(String key, int examples) {
        change(key, guest -> guest.ready(examples));
    }

    /** Its connection is gone. */
    public void away(String key) {
        Guest guest = guests.get(key);
        if (guest != null && guest.state() == State.ASKING) {
            guests.remove(key);
        } else if (guest != null && guest.seat() != null) {
            change(key, each -> each.in(State.AWAY));
        }
    }

    /**
     * Sends somebody away who may ask again. In a run its seat stays its own: nobody else has its
     * rows.
     */
    public void remove(String key) {
        change(key, guest -> begun ? guest.in(State.REMOVED) : guest.standing(State.REMOVED));
    }

    /** Sends somebody away for good. */
    public void block(String key) {
        change(key, guest -> guest.standing(State.BLOCKED));
    }

    private void change(String key, UnaryOperator<Guest> change) {
        guests.computeIfPresent(key, (_, guest) -> change.apply(guest));
    }

    /** Lets nobody new in, or does again. */
    public void lock(boolean on) {
        locked = on;
    }

    public boolean isLocked() {
        return locked;
    }

    /** The run begins with those who are here. */
    public void begin() {
        begun = true;
    }

    /** Whether every seat is taken by somebody who can train. */
    public boolean isComplete() {
        return guests.values().stream().filter(each -> each.state() == State.READY).count()
                == terms.seats();
    }

    /** Everybody who asked, in the order in which they came. */
    public List<Guest> guests() {
        return new ArrayList<>(guests.values());
    }

    /** Who has a key, if it is known. */
    public Optional<Guest> guest(String key) {
        return Optional.ofNullable(guests.get(key));
    }
}
