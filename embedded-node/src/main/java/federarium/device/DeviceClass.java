package federarium.device;

import java.util.Arrays;

/**
 * The kinds of machines there are. The figures are round orders of magnitude, stated to make
 * machines differ as they do in life; they are measurements of none.
 */
public enum DeviceClass {
    COMPUTER("computer", new Device("ordinary computer", 1e10, 1e6, 1e7, .05, 1, 20, 1e-6)),
    SLOW_PHONE("slowPhone", new Device("slow phone on 3G", 1e9, 1e5, 5e5, .2, .7, 2, 2e-5)),
    MID_PHONE("midPhone", new Device("phone on 4G", 5e9, 1e6, 5e6, .05, .8, 3, 5e-6)),
    FAST_PHONE("fastPhone", new Device("fast phone on Wi-Fi", 2e10, 5e6, 1e7, .02, .9, 5, 1e-6)),
    SMALL_SERVER("smallServer", new Device("small server", 1e11, 1e7, 1e7, .02, 1, 100, 1e-7)),
    MID_SERVER("midServer", new Device("server", 5e11, 5e7, 5e7, .01, 1, 200, 1e-7)),
    LARGE_SERVER("largeServer", new Device("large server", 2e12, 1e8, 1e8, .01, 1, 500, 1e-7));

    private final String key;
    private final Device device;

    DeviceClass(String key, Device device) {
        this.key = key;
        this.device = device;
    }

    /** Its name in a scenario. */
    public String key() {
        return key;
    }

    public Device device() {
        return device;
    }

    /**
     * The class of that name.
     *
     * @throws IllegalArgumentException if there is none, which the scenario's reader has refused
     */
    static DeviceClass of(String key) {
        return Arrays.stream(values())
                .filter(each -> each.key.equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no device is called " + key));
    }
}
