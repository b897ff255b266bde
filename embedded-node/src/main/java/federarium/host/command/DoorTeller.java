package federarium.host.command;

import federarium.host.Workshop;
import federarium.identity.PublicIdentity;
import federarium.identity.WordFingerprint;
import federarium.transport.lobby.Guest;
import federarium.transport.lobby.Guest.State;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Says on standard error who comes to the door and goes. */
final class DoorTeller implements Workshop.Watcher {
    private final PrintWriter err;
    private final Map<String, State> known = new HashMap<>();
    private final BlockingQueue<Guest> asking = new LinkedBlockingQueue<>();

    DoorTeller(PrintWriter err) {
        this.err = err;
    }

    @Override
    public void changed(List<Guest> guests) {
        long there = guests.stream().filter(each -> each.state() == State.READY).count();
        for (Guest guest : guests) {
            if (known.put(guest.key(), guest.state()) != guest.state()) {
                err.printf(
                        "%s (%s): %s; ready: %d%n",
                        guest.name(),
                        WordFingerprint.of(new PublicIdentity(guest.key())),
                        guest.state().words(),
                        there);
                if (guest.state() == State.ASKING) {
                    asking.add(guest);
                }
            }
        }
    }

    @Override
    public void refused(String who, String reason) {
        err.printf("refused: %s: %s%n", who, reason);
    }

    Guest nextToAsk() throws InterruptedException {
        return asking.take();
    }
}
