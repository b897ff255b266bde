package federarium.desktop;

import federarium.desktop.feed.Feed;
import federarium.desktop.feed.Frame;
import federarium.desktop.feed.Ghost;
import federarium.desktop.feed.Sabotage;
import federarium.event.FederationCommand;
import federarium.event.FederationCommand.AdvanceRound;
import federarium.event.FederationCommand.AdvanceStep;
import federarium.event.FederationCommand.ChangeSettings;
import federarium.event.FederationCommand.Pause;
import federarium.event.FederationCommand.Play;
import federarium.host.Federation;
import federarium.persistence.StorageException;
import federarium.scenario.AttackSettings;
import federarium.scenario.BadInputException;
import federarium.scenario.Scenario;
import java.security.SecureRandom;
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
    private final Runs runs;
    private final Executor worker;
    private final Executor window;
    private final Audience audience;
    private final Entrance entrance;
    private final Ghosts ghosts = new Ghosts();
    private final Saboteur saboteur = new Saboteur(new SecureRandom());
    private Feed feed = new Feed();
    private @Nullable Federation federation;
    private @Nullable Scenario scenario;
    private @Nullable Sabotage secret;
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

    /** The id of the run on stage, or null before the first. */
    public @Nullable String run() {
        return federation == null ? null : federation.run();
    }

    public List<Ghost> ghosts() {
        return ghosts.list();
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
        begin(title, all -> all.resume(run), null, null);
    }

    /** Tries once more to keep the run that broke off, and to go on with it. */
    public void retry(String run) {
        begin(
                title(),
                all -> {
                    all.close();
                    return all.resume(run);
                },
                null,
                secret);
    }

    /** Goes on with the run that broke off, in memory from now on. */
    public void resumeInMemory(String run) {
        begin(title(), all -> all.resumeInMemory(run), null, secret);
    }

    /**
     * Goes back to the end of a round of this run and on from there with some settings changed; the
     * curve that was stays under that name.
     */
    public void rewind(int round, Map<String, String> changes, String before) {
        if (federation != null) {
            String run = federation.run();
            Sabotage kept = secret != null && round > secret.after() ? secret : null;
            begin(title(), all -> all.fork(run, round, changes), before, kept);
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
        change(Map.of(key, value));
    }

    /** The same with several at once, which only together need fit. */
    public void change(Map<String, String> values) {
        if (scenario != null) {
            if (secret != null && values.keySet().stream().anyMatch(AttackSettings::hidden)) {
                throw new BadInputException(
                        "an attack is sealed; allowed: another one, once it is revealed");
            }
            Scenario changed = scenario.with(values);
            submit(new ChangeSettings(values));
            scenario = changed;
        }
    }

    /**
     * Makes a node hostile from the next round on, nobody is told which and how; all others are
     * honest from then on.
     *
     * @throws BadInputException if no attack can be
     */
    public void sabotage() {
        Scenario now = scenario;
        if (now == null || secret != null || !feed.newest().running()) {
            return;
        }
        Frame frame = feed.newest();
        feed.seal(frame.round());
        try {
            secret =
                    saboteur.draw(
                            frame,
                            drawn -> {
                                var _ = now.with(drawn.settings());
                                submit(new ChangeSettings(drawn.settings()));
                            });
            scenario = now.unarmed();
        } catch (BadInputException e) {
            feed.unseal();
            throw e;
        }
    }

    /** Tells what was sealed, and lets the window show it; null where nothing was. */
    public @Nullable Sabotage reveal() {
        Sabotage revealed = secret;
        if (revealed != null && scenario != null) {
            secret = null;
            feed.unseal();
            scenario = scenario.with(revealed.settings());
        }
        return revealed;
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
        begin(next.title(), all -> all.start(next), ghost, null);
    }

    /**
     * @param sealed what goes on to be secret in the run to come
     */
    private void begin(
            String title,
            Function<Runs, Federation> wish,
            @Nullable String ghost,
            @Nullable Sabotage sealed) {
        audience.opening(title);
        Feed next = new Feed();
        if (sealed != null) {
            next.seal(sealed.after());
        }
        entrance.begin(wish, next, new Reception(ghost, sealed));
    }

    /** Takes in the run that was wished for. */
    private final class Reception implements Entrance.Host {
        private final @Nullable String ghost;
        private final @Nullable Sabotage sealed;

        Reception(@Nullable String ghost, @Nullable Sabotage sealed) {
            this.ghost = ghost;
            this.sealed = sealed;
        }

        @Override
        public void arrived(Entrance.Arrival arrival) {
            ghosts.keep(ghost, feed.newest().state());
            Federation old = federation;
            if (old != null) {
                worker.execute(old::close);
            }
            Federation started = arrival.federation();
            federation = started;
            Scenario acting = sealed == null ? arrival.acting() : arrival.acting().unarmed();
            scenario = acting;
            secret = sealed;
            feed = arrival.feed();
            audience.opened(started, acting);
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
