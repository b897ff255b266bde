package federarium.host;

import federarium.attack.Backdoor;
import federarium.attack.Trigger;
import federarium.data.Dataset;
import org.jspecify.annotations.Nullable;

/** The trigger of a run's data, found once, for those who plant backdoors and those who probe. */
final class Triggers {
    private final Dataset data;
    private @Nullable Trigger found;

    Triggers(Dataset data) {
        this.data = data;
    }

    Dataset data() {
        return data;
    }

    synchronized Backdoor to(int target) {
        Trigger trigger = found == null ? Trigger.of(data) : found;
        found = trigger;
        return new Backdoor(trigger, target);
    }
}
