package federarium.device;

import federarium.random.RandomStreams;
import federarium.scenario.Devices;
import java.util.List;
import java.util.stream.IntStream;

/** Gives every node its device, by the scenario's profile and the run's seed. */
public final class Fleet {
    private Fleet() {}

    /**
     * The devices in client order.
     *
     * <p>Phones: of ten, three are slow, five in between and two fast; silos: a third each of
     * small, middle and large; each node by its own draw.
     */
    public static List<Device> of(Devices spec, int clients, RandomStreams streams) {
        return IntStream.range(0, clients)
                .mapToObj(client -> deviceClass(spec, client, streams).device())
                .toList();
    }

    private static DeviceClass deviceClass(Devices spec, int client, RandomStreams streams) {
        return switch (spec.profile()) {
            case "uniform" -> DeviceClass.COMPUTER;
            case "phones" -> phone(draw(client, streams));
            case "silos" -> silo(draw(client, streams));
            case "custom" -> DeviceClass.of(spec.custom().get(client % spec.custom().size()));
            default -> throw new IllegalStateException("no devices for " + spec.profile());
        };
    }

    private static double draw(int client, RandomStreams streams) {
        return streams.stream("device", 0, client).nextDouble();
    }

    private static DeviceClass phone(double draw) {
        if (draw < .3) {
            return DeviceClass.SLOW_PHONE;
        }
        return draw < .8 ? DeviceClass.MID_PHONE : DeviceClass.FAST_PHONE;
    }

    private static DeviceClass silo(double draw) {
        if (draw < 1.0 / 3) {
            return DeviceClass.SMALL_SERVER;
        }
        return draw < 2.0 / 3 ? DeviceClass.MID_SERVER : DeviceClass.LARGE_SERVER;
    }
}
