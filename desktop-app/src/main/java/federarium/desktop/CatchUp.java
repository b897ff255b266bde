package federarium.desktop;

import federarium.event.FederationCommand.AdvanceRound;
import federarium.event.LiveSignal;
import federarium.event.LiveSignal.Paused;
import federarium.event.RecordedEvent;
import federarium.host.Federation;
import federarium.host.Watcher;

/**
 * Takes a resumed run through the rounds that its log holds already: where not every round has a
 * checkpoint, it has to compute some of them once more before there is anything new to see.
 */
final class CatchUp implements Watcher {
    private final Federation federation;
    private final int lastRound;

    private CatchUp(Federation federation, int lastRound) {
        this.federation = federation;
        this.lastRound = lastRound;
    }

    /**
     * @param checkpoint the round that the run goes on after
     * @param lastRound the last round in its log
     */
    static Federation through(Federation federation, int checkpoint, int lastRound) {
        if (checkpoint < lastRound) {
            federation.watch(new CatchUp(federation, lastRound));
            federation.submit(new AdvanceRound());
        }
        return federation;
    }

    @Override
    public void happened(RecordedEvent event) {
        // All until then has happened before.
    }

    @Override
    public void signalled(LiveSignal signal) {
        if (signal instanceof Paused paused && paused.round() <= lastRound) {
            federation.submit(new AdvanceRound());
        }
    }
}
