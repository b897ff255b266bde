package federarium.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import federarium.scenario.Devices.Stragglers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceReaderTest {

    @Test
    void readsWhatTheNodesRunOn() {
        assertEquals(
                new Devices(
                        "custom",
                        List.of("slowPhone", "computer"),
                        .5,
                        new Stragglers.Partial(2),
                        100),
                Yaml.digits(
                                """
                                devices:
                                  profile: custom
                                  custom: [slowPhone, computer]
                                  availability: 0.5
                                  stragglers: partial
                                  deadline: 2
                                  gramsPerKilowattHour: 100
                                """)
                        .devices());
    }

    @Test
    void readsWhatBefallsNodes() {
        assertEquals(
                new Hindrances(Set.of(2), Map.of(0, 5.0, 6, .25)),
                Yaml.digits("nodes: {dropped: [c03], delay: [c01=5, c07=.25]}").hindrances());
    }

    @Test
    void keepsTheDeadlineBetweenTwoPoliciesThatHaveOne() {
        Scenario scenario =
                Yaml.digits("devices: {stragglers: deadline, deadline: 3}")
                        .with("devices.stragglers", "partial");

        assertEquals(new Stragglers.Partial(3), scenario.devices().stragglers());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "devices.profile: custom | devices.custom: [] does not say what the nodes run on;"
                        + " allowed: a list of computer, slowPhone, midPhone, fastPhone,"
                        + " smallServer, midServer, largeServer",
                "nodes.dropped: [c09] | nodes.dropped: there is no node c09; allowed: c01 to c08",
                "nodes.dropped: [c00] | nodes.dropped: 'c00' does not fit; allowed: ids of nodes,"
                        + " such as c03",
                "nodes.delay: [c12=1] | nodes.delay: there is no node c12; allowed: c01 to c08",
                "nodes.delay: [c02] | nodes.delay: 'c02' does not fit; allowed: a list such as"
                        + " [c03=5]",
                "nodes.delay: [c02=-1] | nodes.delay: '-1' does not fit; allowed: seconds from 0"
                        + " to 1000000000",
                "devices.deadline: 3 | devices.deadline: means nothing while devices.stragglers is"
                        + " wait; allowed: devices.stragglers deadline or partial"
            })
    void saysWhatWouldWork(String keyAndValue, String message) {
        String[] parts = keyAndValue.split(": ", 2);
        String refusal = Yaml.refusalOf(() -> Yaml.digits("").with(parts[0], parts[1]));

        assertEquals("--set: " + message, refusal.replaceFirst("^s.yaml: ", "--set: "));
    }
}
