package federarium.projection;

import federarium.event.FederationEvent.SettingChanged;
import federarium.event.FederationEvent.WarningGiven;
import federarium.event.FederationEvent.YardstickMeasured;
import federarium.projection.FederationState.Yardsticks;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * What is over in a run.
 *
 * @param points the closed rounds, from round 0
 * @param changes settings changed in mid-run, in order
 * @param warnings what a person should know before trusting the run, in order
 * @param yardsticks what training without a federation gives
 */
public record Past(
        PVector<RoundPoint> points,
        PVector<SettingChanged> changes,
        PVector<WarningGiven> warnings,
        Yardsticks yardsticks) {
    public static final Past NOTHING =
            new Past(
                    TreePVector.empty(),
                    TreePVector.empty(),
                    TreePVector.empty(),
                    new Yardsticks(TreePVector.empty(), null));

    Past plus(RoundPoint point) {
        return new Past(points.plus(point), changes, warnings, yardsticks);
    }

    Past plus(SettingChanged change) {
        return new Past(points, changes.plus(change), warnings, yardsticks);
    }

    Past plus(WarningGiven warning) {
        return new Past(points, changes, warnings.plus(warning), yardsticks);
    }

    Past plus(YardstickMeasured yardstick) {
        return with(new Yardsticks(yardsticks.points().plus(yardstick), yardsticks.skipped()));
    }

    Past skipping(String reason) {
        return with(new Yardsticks(yardsticks.points(), reason));
    }

    private Past with(Yardsticks next) {
        return new Past(points, changes, warnings, next);
    }
}
