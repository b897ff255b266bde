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
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
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
    private final Entrance entrance;
    private final List<Ghost> ghosts = new ArrayList<>();
    private Feed feed = new Feed();
    private @Nullable Federation federation;
    private @Nullable Scenario scenario;
    private boolean playing;
    private double speed = 1;

    Session(Runs runs, Executor worker, Executor window, Audience audience) {
        this.runs = runs;
        this.worker = worker;
        this.window = window;
        this.audience = audience;
        entrance = new Entrance(runs, worker, window);
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

    /** The settings that a new run would have, or null before the first. */
    public @Nullable Scenario scenario() {
        return scenario;
    }

    /** The value that the scenario ships with; where it doesn't ship, the one that acts now. */
    public String usual(String key) {
        Scenario now = scenario;
        if (now == null) {
            return "";
        }
        return (runs.names().contains(now.name()) ? runs.open(now.name()) : now).value(key);
    }

    /** Opens a scenario by name; earlier curves go. */
    public void open(String name) {
        try {
            Scenario next = runs.open(name);
            playing = false;
            begin(next, null);
        } catch (BadInputException e) {
            audience.refused(Entrance.sentence(e), federation != null);
        }
    }

    /**
     * Starts over with some settings changed; the old curve stays under that name.
     *
     * @throws BadInputException if a setting doesn't take its value
     */
    public void restart(Map<String, String> changes, String before) {
        if (scenario != null) {
            begin(scenario.with(changes), before);
        }
    }

    /** Starts over with the settings as they are. */
    public void reset() {
        if (scenario != null) {
            playing = false;
            begin(scenario, "the last run");
        }
    }

    /** Begins the scenario again, in memory only from now on. */
    public void inMemory(String name) {
        worker.execute(runs::keepInMemory);
        open(name);
    }

    /** Tells, once the worker has looked, which run could be gone on with, if there is one. */
    public void lookBack(Consumer<Runs.Interrupted> listener) {
        worker.execute(() -> {
            try {
                runs.interrupted().ifPresent(run -> window.execute(() -> listener.accept(run)));
            } catch (StorageException e) {
                // Whoever started a run just now has been told that the store can't be read.
            }
        });
    }

    /** Goes on with a run that was broken off, once it is told to play. */
    public void resume(String run, String title) {
        playing = false;
        begin(title, all -> all.resume(run), null);
    }

    /** Tries once more to keep the run that broke off, and to go on with it. */
    public void retry(String run) {
        begin(
                title(),
                all -> {
                    all.close();
                    return all.resume(run);
                },
                null);
    }

    /** Goes on with the run that broke off, in memory from now on. */
    public void resumeInMemory(String run) {
        begin(title(), all -> all.resumeInMemory(run), null);
    }

    /**
     * Goes back to the end of a round of this run and on from there with some settings changed; the
     * curve that was stays under that name.
     */
    public void rewind(int round, Map<String, String> changes, String before) {
        if (federation != null) {
            String run = federation.run();
            begin(title(), all -> all.fork(run, round, changes), before);
        }
    }

    private String title() {
        return scenario == null ? "" : scenario.title();
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
        begin(next.title(), all -> all.start(next), ghost);
    }

    private void begin(String title, Function<Runs, Federation> wish, @Nullable String ghost) {
        audience.opening(title);
        entrance.begin(wish, new Reception(ghost));
    }

    /** Takes in the run that was wished for. */
    private final class Reception implements Entrance.Host {
        private final @Nullable String ghost;

        Reception(@Nullable String ghost) {
            this.ghost = ghost;
        }

        @Override
        public void arrived(Entrance.Arrival arrival) {
            keep(ghost);
            Federation old = federation;
            if (old != null) {
                worker.execute(old::close);
            }
            Federation started = arrival.federation();
            federation = started;
            scenario = arrival.acting();
            feed = arrival.feed();
            audience.opened(started, arrival.acting());
            var _ = started.finished().whenComplete((_, failure) -> ended(started, failure));
            if (playing) {
                started.submit(new Play(speed));
            }
        }

        @Override
        public void refused(String sentence) {
            audience.refused(sentence, federation != null);
        }

        @Override
        public void unkept(String sentence) {
            audience.unkept(sentence);
        }
    }

    private void ended(Federation which, @Nullable Throwable failure) {
        if (failure != null) {
            Throwable cause = failure;
            while (cause instanceof CompletionException && cause.getCause() != null) {
                cause = cause.getCause();
            }
            boolean unkept = cause instanceof StorageException;
            String sentence = String.valueOf(cause.getMessage());
            window.execute(() -> {
                if (which == federation) {
                    playing = false;
                    audience.brokeOff(which.run(), sentence, unkept);
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
        entrance.shut();
        Federation last = federation;
        federation = null;
        worker.execute(() -> {
            if (last != null) {
                last.close();
            }
            runs.close();
        });
    }
}
