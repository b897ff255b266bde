package federarium.scenario;

import static federarium.scenario.Settings.choice;
import static federarium.scenario.Settings.setting;
import static federarium.scenario.Settings.texts;

import java.util.List;

/**
 * The keys below {@code devices} and {@code nodes}: what the nodes run on, and what befalls them.
 */
final class DeviceSettings {
    private static final String PROFILE = "devices.profile";
    private static final String STRAGGLERS = "devices.stragglers";

    private DeviceSettings() {}

    static List<Setting> all() {
        return List.of(
                choice(
                        PROFILE,
                        "uniform",
                        "What the nodes run on, simulated: one ordinary computer each, a mix of"
                                + " phones, servers of different size, or a list of classes.",
                        "uniform",
                        "phones",
                        "silos",
                        "custom"),
                texts(
                                "devices.custom",
                                "Classes of devices, dealt to the nodes in turn: "
                                        + String.join(", ", Devices.CLASSES)
                                        + ".")
                        .withOnly(PROFILE, "custom"),
                setting(
                                "devices.availability",
                                new Kind.Real(0, true, 1),
                                null,
                                "Chance that a node can take part in a round; else its device's.")
                        .whileRunning(),
                choice(
                                STRAGGLERS,
                                "wait",
                                "Slow nodes: wait for them; refuse what comes after a deadline;"
                                        + " or ask each for the part it can do by then.",
                                "wait",
                                "deadline",
                                "partial")
                        .whileRunning(),
                setting(
                                "devices.deadline",
                                new Kind.Real(0, false, 1e9),
                                "10",
                                "Virtual seconds from the start of a round.")
                        .lastingWith(STRAGGLERS, "deadline", "partial")
                        .whileRunning(),
                setting(
                                "devices.gramsPerKilowattHour",
                                new Kind.Real(0, true, 2000),
                                "480",
                                "Grams of CO2 for a kilowatt-hour; the world's mean in 2023 was 481"
                                    + " (Ember, 2024). What nodes spend counts, and what pooled"
                                    + " training computes; what servers and edges spend on traffic"
                                    + " does not. Published results disagree on whether a"
                                    + " federation or pooling emits more.")
                        .whileRunning(),
                texts("nodes.dropped", "Nodes that take no part, such as [c03].").whileRunning(),
                texts("nodes.delay", "Virtual seconds that nodes take longer, such as [c03=5].")
                        .whileRunning());
    }
}
