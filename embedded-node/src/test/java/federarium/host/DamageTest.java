package federarium.host;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.scenario.BadInputException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DamageTest {

    @Test
    void isTheDifferenceOfTwoBranchesOfWhichNoneIsKept() {
        try (Kept run = Kept.of(Runs.digits(3).with("incentive.rule", "leaveOneOut"))) {
            Harm harm =
                    new Damage(run.engine(), run.store(), run.run(), 2)
                            .by(
                                    Map.of("attack.kind", "signFlip", "attack.strength", "10"),
                                    List.of("c03"),
                                    3,
                                    _ -> {});

            assertEquals(List.of(2, 3, 4), harm.curve().stream().map(Harm.Point::round).toList());
            assertTrue(harm.lost() > .1, "lost " + harm.lost());
            Harm.Hostile hostile = harm.nodes().getFirst();
            assertTrue(requireNonNull(hostile.credits()) < requireNonNull(hostile.honestly()));
            assertEquals(1, run.store().runs().size());
        }
    }

    @Test
    void tellsWhomTheRuleRefused() {
        try (Kept run = Kept.of(Runs.digits(1).with("aggregation.rule", "multiKrum"))) {
            Harm harm =
                    new Damage(run.engine(), run.store(), run.run(), 2)
                            .by(
                                    Map.of("attack.kind", "signFlip", "attack.strength", "10"),
                                    List.of("c03"),
                                    2,
                                    _ -> {});

            assertEquals(2, harm.nodes().getFirst().refused());
        }
    }

    @Test
    void isSmallWhereBothBranchesHaveADefence() {
        try (Kept run = Kept.of(Runs.digits(3))) {
            Harm harm =
                    new Damage(run.engine(), run.store(), run.run(), 2)
                            .by(
                                    Map.of(
                                            "attack.kind", "signFlip",
                                            "attack.strength", "10",
                                            "aggregation.rule", "median"),
                                    List.of("c03"),
                                    3,
                                    _ -> {});

            assertTrue(harm.lost() < .05, "lost " + harm.lost());
            assertTrue(harm.curve().getLast().honest() > .9);
        }
    }

    @Test
    void beginsAnewWithWhatCannotChangeInMidRun() {
        try (Kept run = Kept.of(Runs.digits(3))) {
            Harm harm =
                    new Damage(run.engine(), run.store(), run.run(), 3)
                            .by(
                                    Map.of(
                                            "attack.kind", "signFlip",
                                            "attack.strength", "10",
                                            "secureAggregation", "true"),
                                    List.of("c03"),
                                    2,
                                    _ -> {});

            assertEquals(List.of(3, 4), harm.curve().stream().map(Harm.Point::round).toList());
            assertTrue(harm.lost() > .1, "lost " + harm.lost());
            assertEquals(1, run.store().runs().size());
        }
    }

    @Test
    void tellsHowFarTheModelObeysATrigger() {
        try (Kept run = Kept.of(Runs.digits(5))) {
            Harm harm =
                    new Damage(run.engine(), run.store(), run.run(), 6)
                            .by(Map.of("attack.kind", "replacement"), List.of("c03"), 1, _ -> {});

            assertTrue(requireNonNull(harm.obeys()) > .5, "obeys " + harm.obeys());
        }
    }

    @Test
    void isRefusedBeyondTheRun() {
        try (Kept run = Kept.of(Runs.digits(1))) {
            BadInputException refusal =
                    assertThrows(
                            BadInputException.class,
                            () -> new Damage(run.engine(), run.store(), run.run(), 3));

            assertEquals(
                    "--round: 3 is not one that %s can differ in; allowed: 1 to 2"
                            .formatted(run.run()),
                    refusal.getMessage());
        }
    }
}
