package federarium.desktop;

import federarium.desktop.feed.Feed;
import federarium.host.Federation;
import federarium.persistence.StorageException;
import federarium.scenario.BadInputException;
import federarium.scenario.Scenario;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * Begins runs on the worker, one after the other, and hands them over on the window's thread; only
 * the newest wish counts, and a run that comes too late is closed.
 */
final class Entrance {
    private final Runs runs;
    private final Executor worker;
    private final Executor window;
    private int newest;

    /**
     * A run that begins, with nothing missed.
     *
     * @param acting the settings that it has come to
     */
    record Arrival(Federation federation, Scenario acting, Feed feed) {}

    /** Whoever waits for a run. */
    interface Host {
        void arrived(Arrival arrival);

        void refused(String sentence);

        void unkept(String sentence);
    }

    Entrance(Runs runs, Executor worker, Executor window) {
        this.runs = runs;
        this.worker = worker;
        this.window = window;
    }

    /**
     * @param feed what is to watch the run from its first event on
     */
    void begin(Function<Runs, Federation> wish, Feed feed, Host host) {
        int mine = ++newest;
        worker.execute(() -> {
            try {
                Federation federation = wish.apply(runs);
                federation.watch(feed);
                Arrival arrival = new Arrival(federation, runs.acting(federation), feed);
                window.execute(() -> handOver(mine, arrival, host));
            } catch (BadInputException e) {
                answer(mine, () -> host.refused(sentence(e)));
            } catch (StorageException e) {
                answer(mine, () -> host.unkept(String.valueOf(e.getMessage())));
            } catch (RuntimeException e) {
                answer(mine, () -> host.refused("Something went wrong inside: " + e + "."));
            }
        });
    }

    private void handOver(int mine, Arrival arrival, Host host) {
        if (mine == newest) {
            host.arrived(arrival);
        } else {
            worker.execute(arrival.federation()::close);
        }
    }

    private void answer(int mine, Runnable answer) {
        window.execute(() -> {
            if (mine == newest) {
                answer.run();
            }
        });
    }

    /** Nobody is waited for any more. */
    void shut() {
        newest++;
    }

    /** A refusal as a sentence for the window, where nobody typed {@code --set}. */
    static String sentence(BadInputException refusal) {
        String message = String.valueOf(refusal.getMessage()).replaceFirst("^--set: ", "");
        return message.isEmpty()
                ? message
                : Character.toUpperCase(message.charAt(0)) + message.substring(1) + ".";
    }
}
