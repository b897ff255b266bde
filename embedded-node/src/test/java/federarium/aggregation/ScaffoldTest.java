package federarium.aggregation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import federarium.update.ClientUpdate;
import federarium.update.ServerControl;
import federarium.update.Weights;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScaffoldTest {
    private static final Scaffold RULE = new Scaffold(1, 4);

    /** Two of four clients: x = (2 + 6) ÷ 2, c = (8 − 4) ÷ 4. */
    private static final Aggregate FIRST =
            RULE.aggregate(Updates.from(List.of(update(0, 2, 8), update(2, 6, -4))));

    @Test
    void movesTheModelByTheMeanWhateverTheExamples() {
        assertEquals(Weights.copyOf(4), FIRST.model());
        assertArrayEquals(new double[] {.5, .5}, Updates.weights(FIRST));
    }

    @Test
    void movesItsControlByTheShareOfTheClientsThatTookPart() {
        assertEquals(new ServerControl(1, Weights.copyOf(1)), control(FIRST));
    }

    /** Four times c is the sum of all changes there were: 8 − 4 + 5 + 3. */
    @Test
    void goesOnFromItsControlWhoeverTakesPart() {
        Aggregate second =
                RULE.aggregate(
                        new Gathered(
                                FIRST.model(),
                                List.of(update(1, 0, 5), update(2, 0, 3)),
                                FIRST.carried()));

        assertEquals(new ServerControl(1, Weights.copyOf(3)), control(second));
    }

    @Test
    void beginsItsControlWhereNoneIsCarriedOn() {
        assertEquals(new ServerControl(7, Weights.zeros(2)), Scaffold.control(Carried.NONE, 7, 2));
    }

    @Test
    void refusesAnUpdateWithoutAControl() {
        Aggregate aggregate =
                RULE.aggregate(Updates.from(List.of(Updates.update(0, 1, 1, 9), update(1, 2, 4))));

        assertEquals(List.of(1), Updates.taken(aggregate));
        assertEquals(Weights.copyOf(2), aggregate.model());
        assertEquals(
                "sent no change of its control variate", aggregate.verdicts().getFirst().refusal());
    }

    private static ServerControl control(Aggregate aggregate) {
        return Scaffold.control(aggregate.carried(), 2, 1);
    }

    private static ClientUpdate update(int client, float delta, float change) {
        return Updates.update(client, 1 + client, 1, delta)
                .withControlChange(Weights.copyOf(change));
    }
}
