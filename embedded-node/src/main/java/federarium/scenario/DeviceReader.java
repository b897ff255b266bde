package federarium.scenario;

import federarium.scenario.Devices.Stragglers;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what the nodes run on and what befalls them. */
record DeviceReader(Keys keys) {
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
            dropped.add(new SeatReader(keys).index("nodes.dropped", id));
        }
        Map<Integer, Double> delays = new HashMap<>();
        for (String each : keys.texts("nodes.delay")) {
            Matcher delay = DELAY.matcher(each);
            if (!delay.matches()) {
                throw unusable("nodes.delay", each, "a list such as [c03=5]");
            }
            int node = new SeatReader(keys).index("nodes.delay", delay.group(1));
            delays.put(node, seconds(delay.group(2)));
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

    private BadInputException unusable(String key, String what, String allowed) {
        return keys.problem(key, "'" + what + "' does not fit", allowed);
    }

    /**
     * Refuses what befalls a node that there is not.
     *
     * @param clients the number of nodes
     */
    static void check(Scenario scenario, int clients) {
        SeatReader.check("nodes.dropped", scenario.hindrances().dropped(), clients);
        SeatReader.check("nodes.delay", scenario.hindrances().delays().keySet(), clients);
    }
}
