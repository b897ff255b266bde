package federarium.desktop;

import federarium.desktop.feed.Feed;
import federarium.desktop.feed.Frame;
import federarium.desktop.feed.Ghost;
import federarium.event.FederationCommand;
import federarium.event.FederationCommand.AdvanceRound;
import federarium.event.FederationCommand.AdvanceStep;
import federarium.event.FederationCommand.ChangeSetting;
import federarium.event.FederationCommand.Pause;
import federarium.event.FederationCommand.Play;
import federarium.host.Federation;
import federarium.persistence.StorageException;
import federarium.scenario.BadInputException;
import federarium.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * What the window plays: one run at a time, the settings it would start over with, and the curves
 * of the runs before it. Lives on the window's thread; starting and stopping runs happens on
 * another.
 */
public final class Session {
    private static final int GHOSTS = 3;

    private final Runs runs;
    private final Executor worker;
    private final Executor window;
    private final Audience audience;
    private final List<Ghost> ghosts = new ArrayList<>();
    private Feed feed = new Feed();
    private @Nullable Federation federation;
    private @Nullable Scenario scenario;
    private boolean playing;
    private double speed = 1;
    private int attempt;

    /** Who is told what became of a wish. */
    public interface Audience {
        void opening(Scenario scenario);

        void opened(Federation federation, Scenario scenario);

        /**
         * @param stillRunning whether the run before goes on
         */
        void refused(String sentence, boolean stillRunning);

        /** Runs can't be kept, so none has begun. */
        void unkept(String sentence);

        /** The run broke off without its log being told. */
        void brokeOff(String sentence);
    }

    Session(Runs runs, Executor worker, Executor window, Audience audience) {
        this.runs = runs;
        this.worker = worker;
        this.window = window;
        this.audience = audience;
    }

    /** The newest frame of the run on stage. */
    public Frame newest() {
        return feed.newest();
    }

    public List<Ghost> ghosts() {
        return List.copyOf(ghosts);
    }

    public boolean playing() {
        return playing && feed.newest().running();
    }

    /** Opens a scenario by name; earlier curves go. */
    public void open(String name) {
        try {
            Scenario next = runs.open(name);
            playing = false;
            begin(next, null);
        } catch (BadInputException e) {
            audience.refused(sentence(e), federation != null);
        }
    }

    /**
     * Starts over with some settings changed; the old curve stays under that name.
     *
     * @throws BadInputException if a setting doesn't take its value
     */
    public void restart(Map<String, String> changes, String before) {
        Scenario next = scenario;
        if (next == null) {
            return;
        }
        for (Map.Entry<String, String> change : changes.entrySet()) {
            next = next.with(change.getKey(), change.getValue());
        }
        begin(next, before);
    }

    /** Starts over with the settings as they are. */
    public void reset() {
        if (scenario != null) {
            playing = false;
            begin(scenario, "the last run");
        }
    }

    /**
     * Changes a setting from the next round on.
     *
     * @throws BadInputException if it doesn't take the value, or only a new run can
     */
    public void change(String key, String value) {
        if (scenario != null) {
            Scenario changed = scenario.with(key, value);
            submit(new ChangeSetting(key, value));
            scenario = changed;
        }
    }

    public void playOrPause() {
        if (!feed.newest().running() || federation == null) {
            return;
        }
        playing = !playing;
        submit(playing ? new Play(speed) : new Pause());
    }

    public void step() {
        advance(new AdvanceStep());
    }

    public void round() {
        advance(new AdvanceRound());
    }

    private void advance(FederationCommand command) {
        if (feed.newest().running() && feed.newest().ready()) {
            playing = false;
            submit(command);
        }
    }

    public void speed(double factor) {
        speed = factor;
        if (playing()) {
            submit(new Play(speed));
        }
    }

    private void submit(FederationCommand command) {
        if (federation != null) {
            federation.submit(command);
        }
    }

    private void begin(Scenario next, @Nullable String ghost) {
        int mine = ++attempt;
        audience.opening(next);
        worker.execute(() -> {
            try {
                Federation started = runs.start(next);
                Feed fed = new Feed();
                started.watch(fed);
                window.execute(() -> accept(mine, started, fed, next, ghost));
            } catch (BadInputException e) {

                window.execute(() -> refuse(mine, sentence(e)));
            } catch (StorageException e) {
                window.execute(() -> unkept(mine, e));
            } catch (RuntimeException e) {
                window.execute(() -> refuse(mine, "Something went wrong inside: " + e + "."));
            }
        });
    }

    private void refuse(int mine, String sentence) {
        if (mine == attempt) {
            audience.refused(sentence, federation != null);
        }
    }

    private void unkept(int mine, StorageException e) {
        if (mine == attempt) {
            audience.unkept(String.valueOf(e.getMessage()));
        }
    }

    /** Begins the scenario again, in memory only from now on. */
    public void inMemory(String name) {
        worker.execute(runs::keepInMemory);
        open(name);
    }

    private void accept(
            int mine, Federation started, Feed fed, Scenario next, @Nullable String ghost) {
        if (mine != attempt) {
            worker.execute(started::close);
            return;
        }
        keep(ghost);
        Federation old = federation;
        if (old != null) {
            worker.execute(old::close);
        }
        federation = started;
        scenario = next;
        feed = fed;
        audience.opened(started, next);
        var _ = started.finished().whenComplete((_, failure) -> ended(mine, failure));
        if (playing) {
            started.submit(new Play(speed));
        }
    }

    private void ended(int mine, @Nullable Throwable failure) {
        if (failure != null) {
            Throwable cause = failure.getCause() == null ? failure : failure.getCause();
            String sentence = String.valueOf(cause.getMessage());
            window.execute(() -> {
                if (mine == attempt) {
                    playing = false;
                    audience.brokeOff(sentence);
                }
            });
        }
    }

    private void keep(@Nullable String ghost) {
        if (ghost == null) {
            ghosts.clear();
        } else if (feed.newest().state().points().size() > 1) {
            ghosts.add(new Ghost(ghost, feed.newest().state()));
            if (ghosts.size() > GHOSTS) {
                ghosts.removeFirst();
            }
        }
    }

    /** Stops the run; it can be resumed. */
    public void close() {
        attempt++;
        Federation last = federation;
        federation = null;
        worker.execute(() -> {
            if (last != null) {
                last.close();
            }
            runs.close();
        });
    }

    /** The settings that a new run would have, or null before the first. */
    public @Nullable Scenario scenario() {
        return scenario;
    }

    /** A refusal as a sentence for the window, where nobody typed {@code --set}. */
    static String sentence(BadInputException refusal) {
        String message = String.valueOf(refusal.getMessage()).replaceFirst("^--set: ", "");
        return message.isEmpty()
                ? message
                : Character.toUpperCase(message.charAt(0)) + message.substring(1) + ".";
    }
}
