package federarium.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import federarium.random.RandomStreams;
import federarium.scenario.Devices;
import federarium.scenario.Devices.Stragglers;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FleetTest {

    @Test
    void givesEverybodyTheSameOrdinaryComputer() {
        Device ordinary = DeviceClass.COMPUTER.device();

        assertEquals(List.of(ordinary, ordinary), fleet("uniform", 2, 1));
        assertEquals(1, ordinary.availability());
    }

    @Test
    void dealsACustomListInTurn() {
        Devices spec = spec("custom", List.of("slowPhone", "midServer"));

        assertEquals(
                List.of("slow phone on 3G", "server", "slow phone on 3G"),
                Fleet.of(spec, 3, new RandomStreams(1)).stream().map(Device::name).toList());
    }

    @Test
    void mixesPhonesThreeToFiveToTwo() {
        Map<String, Long> phones =
                fleet("phones", 10_000, 1).stream()
                        .collect(Collectors.groupingBy(Device::name, Collectors.counting()));

        assertEquals(.3, phones.getOrDefault("slow phone on 3G", 0L) / 1e4, .02);
        assertEquals(.5, phones.getOrDefault("phone on 4G", 0L) / 1e4, .02);
        assertEquals(.2, phones.getOrDefault("fast phone on Wi-Fi", 0L) / 1e4, .02);
    }

    @Test
    void mixesServersOfThreeSizes() {
        assertEquals(3, fleet("silos", 100, 1).stream().distinct().count());
    }

    @Test
    void dealsByTheSeedAlone() {
        assertEquals(fleet("phones", 50, 1), fleet("phones", 50, 1));
        assertNotEquals(fleet("phones", 50, 1), fleet("phones", 50, 2));
        assertEquals(fleet("phones", 50, 1).subList(0, 20), fleet("phones", 20, 1));
    }

    @Test
    void hasAMachineForEveryClassThatAScenarioCanName() {
        Map<String, DeviceClass> classes =
                Arrays.stream(DeviceClass.values())
                        .collect(Collectors.toMap(DeviceClass::key, Function.identity()));

        assertEquals(
                Devices.CLASSES.stream().sorted().toList(),
                classes.keySet().stream().sorted().toList());
    }

    private static List<Device> fleet(String profile, int clients, long seed) {
        return Fleet.of(spec(profile, List.of()), clients, new RandomStreams(seed));
    }

    private static Devices spec(String profile, List<String> custom) {
        return new Devices(profile, custom, null, new Stragglers.Wait(), 480);
    }
}
