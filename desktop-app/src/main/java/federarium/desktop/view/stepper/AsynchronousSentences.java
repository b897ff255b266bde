package federarium.desktop.view.stepper;

import federarium.desktop.feed.Frame;
import federarium.desktop.text.Figures;
import federarium.event.FederationEvent.RuleScore;
import federarium.event.FederationEvent.Share;
import federarium.event.FederationEvent.UpdateReceived;
import federarium.event.FederationEvent.UpdatesAggregated;
import federarium.event.Step;
import federarium.projection.NodeState.Phase;
import java.util.DoubleSummaryStatistics;
import java.util.List;

/**
 * The same where nodes don't wait for each other: so many are at work at once, and the next
 * arrivals make a version of the model.
 *
 * @param arrivals that make a version
 */
record AsynchronousSentences(Frame frame, int arrivals) {

    String of(Step step) {
        return switch (step) {
            case CHOOSE_AND_SEND -> begin();
            case TRAIN -> work();
            case PROTECT_AND_SEND -> arrive();
            case COMBINE -> combine();
            case TEST_AND_REWARD -> "Version " + frame.round() + ": " + tested();
        };
    }

    private String begin() {
        String nobody = frame.state().round().emptyBecause();
        if (nobody != null) {
            return "Nobody is at work: " + nobody + ".";
        }
        int begun = frame.state().round().cohort().size();
        return begun == 0
                ? "No place is free: " + atWork() + "."
                : "%s from version %d (%s); %s."
                        .formatted(
                                Figures.many(begun, "node") + (begun == 1 ? " begins" : " begin"),
                                frame.round() - 1,
                                Figures.bytes(frame.payload()),
                                atWork());
    }

    private String atWork() {
        long working =
                frame.state().nodes().list().stream()
                        .filter(node ->
                                node.phase() == Phase.CHOSEN || node.phase() == Phase.MODEL_SENT)
                        .count();
        return "%s of %s at work"
                .formatted(
                        Figures.count(working), Figures.many(frame.state().nodes().size(), "node"));
    }

    private String work() {
        return Figures.capital(atWork())
                + ", none waits for another; the "
                + (arrivals == 1 ? "next update makes" : "next " + arrivals + " updates make")
                + " version %d.".formatted(frame.round());
    }

    private String arrive() {
        List<UpdateReceived> updates = frame.state().round().received();
        if (updates.isEmpty()) {
            return "No update has arrived yet.";
        }
        DoubleSummaryStatistics trips =
                updates.stream().mapToDouble(UpdateReceived::virtualSeconds).summaryStatistics();
        String shortest = Figures.measure(trips.getMin());
        String longest = Figures.measure(trips.getMax());
        return "%s in, %s; under way for %s s (simulated)."
                .formatted(
                        Figures.many(updates.size(), "update"),
                        Sentences.load(updates),
                        shortest.equals(longest) ? shortest : shortest + " to " + longest);
    }

    private String combine() {
        UpdatesAggregated aggregate = frame.state().round().aggregate();
        int version = frame.round();
        if (aggregate == null) {
            return "Making version " + version + ".";
        }
        if (aggregate.shares().isEmpty()) {
            return "No update was accepted; version %d is version %d."
                    .formatted(version, version - 1);
        }
        int made = aggregate.shares().size();
        String weights =
                made == 1
                        ? "weight " + Figures.percent(aggregate.shares().getFirst().weight())
                        : Sentences.weights(aggregate.shares());
        return "Version %d is made of %s; %s, %s."
                .formatted(
                        version, Figures.many(made, "update"), weights, behind(aggregate.shares()));
    }

    /** How old the models were that the nodes trained from. */
    private static String behind(List<Share> shares) {
        double most = 0;
        for (Share share : shares) {
            RuleScore score = share.score();
            if (score != null && score.name().equals("staleness")) {
                most = Math.max(most, score.value());
            }
        }
        return most == 0
                ? "none behind"
                : (shares.size() == 1 ? "" : "up to ")
                        + Figures.many((long) most, "version")
                        + " behind";
    }

    private String tested() {
        String words = Sentences.test(frame.state());
        return words.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + words.substring(1);
    }
}
