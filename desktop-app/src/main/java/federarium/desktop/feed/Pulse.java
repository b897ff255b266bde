package federarium.desktop.feed;

import java.util.function.Supplier;
import javafx.animation.AnimationTimer;

/**
 * The window's heartbeat. Every frame it moves what moves; it shows a new state at most once a
 * frame, and at most {@link #CALM} apart while rounds fly by faster than eyes read.
 */
public final class Pulse extends AnimationTimer {
    private static final long CALM = 100_000_000L;

    private final Supplier<Frame> newest;
    private final Screen screen;
    private final Tempo tempo = new Tempo();
    private Frame shown = Frame.EMPTY;
    private long shownAt;

    /** Whatever shows frames. */
    public interface Screen {
        /** A frame differs from the one before. */
        void show(Frame frame, Tempo tempo);

        /** Time went by; called after {@link #show} of the same frame. */
        void move(long nanos);
    }

    public Pulse(Supplier<Frame> newest, Screen screen) {
        this.newest = newest;
        this.screen = screen;
    }

    @Override
    public void handle(long now) {
        Frame frame = newest.get();
        tempo.sample(now, frame.state().points().size());
        if (frame != shown && due(frame, now)) {
            shown = frame;
            shownAt = now;
            screen.show(frame, tempo);
        }
        screen.move(now);
    }

    private boolean due(Frame frame, long now) {
        boolean landmark = frame.paused() || !frame.running() || !shown.ready();
        return landmark || !tempo.flowing() || now - shownAt >= CALM;
    }
}
