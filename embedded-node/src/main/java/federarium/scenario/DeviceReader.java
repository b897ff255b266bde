package federarium.scenario;

import federarium.scenario.Devices.Stragglers;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads what the nodes run on and what befalls them. */
record DeviceReader(Keys keys) {
    private static final Pattern NODE = Pattern.compile("c(\\d{1,9})");
    private static final Pattern DELAY = Pattern.compile("(c\\d{1,9})=(\\S{1,30})");

    Devices devices() {
        String availability = keys.given("devices.availability");
        return new Devices(
                keys.text("devices.profile"),
                classes(),
                availability == null ? null : Double.valueOf(availability),
                stragglers(),
                keys.real("devices.gramsPerKilowattHour"));
    }

    private List<String> classes() {
        List<String> classes = keys.texts("devices.custom");
        boolean custom = keys.text("devices.profile").equals("custom");
        if (custom && (classes.isEmpty() || !Devices.CLASSES.containsAll(classes))) {
            throw keys.problem(
                    "devices.custom",
                    classes + " does not say what the nodes run on",
                    "a list of " + String.join(", ", Devices.CLASSES));
        }
        return classes;
    }

    private Stragglers stragglers() {
        return switch (keys.text("devices.stragglers")) {
            case "deadline" -> new Stragglers.Deadline(keys.real("devices.deadline"));
            case "partial" -> new Stragglers.Partial(keys.real("devices.deadline"));
            default -> new Stragglers.Wait();
        };
    }

    Hindrances hindrances() {
        Set<Integer> dropped = new HashSet<>();
        for (String id : keys.texts("nodes.dropped")) {
            dropped.add(node("nodes.dropped", id));
        }
        Map<Integer, Double> delays = new HashMap<>();
        for (String each : keys.texts("nodes.delay")) {
            Matcher delay = DELAY.matcher(each);
            if (!delay.matches()) {
                throw unusable("nodes.delay", each, "a list such as [c03=5]");
            }
            delays.put(node("nodes.delay", delay.group(1)), seconds(delay.group(2)));
        }
        return new Hindrances(Set.copyOf(dropped), Map.copyOf(delays));
    }

    private double seconds(String text) {
        try {
            double seconds = Double.parseDouble(text);
            if (seconds >= 0 && seconds <= 1e9) {
                return seconds;
            }
        } catch (NumberFormatException e) {
            // as good as a number out of range
        }
        throw unusable("nodes.delay", text, "seconds from 0 to 1000000000");
    }

    private int node(String key, String id) {
        Matcher node = NODE.matcher(id);
        if (!node.matches() || Integer.parseInt(node.group(1)) == 0) {
            throw unusable(key, id, "ids of nodes, such as c03");
        }
        return Integer.parseInt(node.group(1)) - 1;
    }

    private BadInputException unusable(String key, String what, String allowed) {
        return keys.problem(key, "'" + what + "' does not fit", allowed);
    }

    /**
     * Refuses what befalls a node that there is not.
     *
     * @param clients the number of nodes
     */
    static void check(Scenario scenario, int clients) {
        Hindrances hindrances = scenario.hindrances();
        Stream.concat(
                        hindrances.dropped().stream().map(node -> Map.entry("nodes.dropped", node)),
                        hindrances.delays().keySet().stream()
                                .map(node -> Map.entry("nodes.delay", node)))
                .filter(each -> each.getValue() >= clients)
                .findFirst()
                .ifPresent(each -> {
                    throw BadInputException.of(
                            each.getKey(),
                            "there is no node c%02d; allowed: c01 to c%02d"
                                    .formatted(each.getValue() + 1, clients));
                });
    }
}
