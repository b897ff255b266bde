package federarium.desktop;

import federarium.desktop.feed.Frame;
import federarium.desktop.view.notice.Notice;
import federarium.desktop.view.notice.Notice.Way;
import federarium.event.FederationEvent.RunStarted;
import federarium.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Says what went wrong, and offers ways on. */
final class Troubles {
    private static final String RATE = "training.learningRate";

    private final Notice notice;
    private final Session session;
    private final Supplier<String> picked;
    private @Nullable RunStarted told;

    /**
     * @param picked the name of the scenario that is picked
     */
    Troubles(Notice notice, Session session, Supplier<String> picked) {
        this.notice = notice;
        this.session = session;
        this.picked = picked;
    }

    void refused(String sentence, boolean stillRunning) {
        Way way =
                stillRunning
                        ? new Way("Keep the run that was", () -> {})
                        : new Way("Try again", () -> session.open(picked.get()));
        notice.show("This can’t start", sentence, List.of(way));
    }

    /** A change of the run that was not made. */
    void notAllowed(String sentence) {
        notice.show("This can’t be", sentence, List.of(new Way("Leave it as it is", () -> {})));
    }

    void unkept(String sentence) {
        notice.show(
                "Runs can’t be kept",
                sentence,
                List.of(
                        new Way("Try again", () -> session.open(picked.get())),
                        new Way("Go on in memory", () -> session.inMemory(picked.get()))));
    }

    void brokeOff(String run, String sentence, boolean unkept) {
        List<Way> ways = new ArrayList<>();
        if (unkept) {
            ways.add(new Way("Go on in memory", () -> session.resumeInMemory(run)));
            ways.add(new Way("Try again", () -> session.retry(run)));
        }
        ways.add(new Way("Start over", session::reset));
        String before = " The rounds before are kept.";
        notice.show("The run broke off", sentence + "." + (unkept ? before : ""), ways);
    }

    /** The run of that frame has failed; says so once. */
    void failed(Frame frame) {
        RunStarted run = frame.state().run();
        if (Objects.equals(told, run)) {
            return;
        }
        told = run;
        String reason = frame.state().outcome().reason();
        Scenario scenario = session.scenario();
        if (scenario != null && reason != null && reason.startsWith("Diverged")) {
            diverged(frame, scenario);
        } else {
            String sentence = reason == null ? "It stopped at round " + frame.round() : reason;
            notice.show(
                    "The run could not go on",
                    sentence + ".",
                    List.of(new Way("Start over", session::reset)));
        }
    }

    private void diverged(Frame frame, Scenario scenario) {
        int before = frame.state().points().size() - 1;
        String rate = scenario.value(RATE);
        String half = Double.toString(scenario.training().learningRate() / 2);
        String name = "rate " + rate;
        Way rewind =
                new Way(
                        "Rewind to round " + before + " and halve it",
                        () -> session.rewind(before, Map.of(RATE, half), name));
        String usual = session.usual(RATE);
        String other = usual.equals(rate) ? half : usual;
        Way anew =
                new Way(
                        "Start over with " + other,
                        () -> session.restart(Map.of(RATE, other), name));
        notice.show(
                "Diverged at round " + (before + 1),
                "The updates are no longer numbers: a learning rate of %s is too high here."
                        .formatted(rate),
                before == 0 ? List.of(anew, rewind) : List.of(rewind, anew));
    }
}
