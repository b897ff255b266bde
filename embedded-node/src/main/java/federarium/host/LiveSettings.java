package federarium.host;

import federarium.scenario.BadInputException;
import federarium.scenario.Setting;
import federarium.scenario.Settings;
import java.util.List;

/** The settings that a run can take a change of after it has begun. */
final class LiveSettings {
    private LiveSettings() {}

    /**
     * The full name of such a setting.
     *
     * @param inFork whether the change makes a run of its own, so that the seed may change too
     * @throws BadInputException if there is none, or it can't change
     */
    static String key(String key, boolean inFork) {
        Setting setting = Settings.find(key);
        if (setting == null) {
            throw new BadInputException("--set: " + key + ": unknown key");
        }
        if (!setting.live() && !(inFork && key.equals("seed"))) {
            List<String> live =
                    Settings.all().stream().filter(Setting::live).map(Setting::key).toList();
            throw new BadInputException(
                    "--set: %s: can't change in mid-run; allowed: %s; start a new run for others"
                            .formatted(setting.key(), String.join(", ", live)));
        }
        return setting.key();
    }
}
