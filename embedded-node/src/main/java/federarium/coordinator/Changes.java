package federarium.coordinator;

import federarium.event.FederationEvent;
import federarium.event.FederationEvent.SettingChanged;
import federarium.scenario.AttackSettings;
import federarium.scenario.Scenario;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * Settings changed in mid-run, in the order in which they act on a scenario; each holds from its
 * round on, and the later of two changes of a key wins.
 */
public record Changes(PVector<SettingChanged> inOrder) {
    public static final Changes NONE = new Changes(TreePVector.empty());

    public static Changes of(List<SettingChanged> changes) {
        return new Changes(TreePVector.from(changes));
    }

    /** Those that a log tells of. */
    public static Changes in(List<FederationEvent> log) {
        return of(
                log.stream()
                        .filter(SettingChanged.class::isInstance)
                        .map(SettingChanged.class::cast)
                        .toList());
    }

    public Changes plus(SettingChanged change) {
        return new Changes(inOrder.plus(change));
    }

    /** These and then those of the others that are not among them. */
    public Changes union(Changes others) {
        return new Changes(inOrder.plusAll(others.where(each -> !inOrder.contains(each)).inOrder));
    }

    /** Those that act in a round. */
    public Changes by(int round) {
        return where(change -> change.round() <= round);
    }

    /** Those that act in later rounds only. */
    public Changes after(int round) {
        return where(change -> change.round() > round);
    }

    /** The scenario with all of them; only the outcome must fit together. */
    public Scenario applied(Scenario scenario) {
        return inOrder.isEmpty()
                ? scenario
                : scenario.with(
                        inOrder.stream()
                                .map(change -> Map.entry(change.key(), change.value()))
                                .toList());
    }

    /** Those that the coordinator acts by: what hostile nodes do it only writes down. */
    Changes ofCoordinator() {
        return where(change -> !AttackSettings.hidden(change.key()));
    }

    private Changes where(Predicate<SettingChanged> condition) {
        return of(inOrder.stream().filter(condition).toList());
    }
}
