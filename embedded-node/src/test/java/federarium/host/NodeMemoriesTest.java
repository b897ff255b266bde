package federarium.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import federarium.aggregation.Carried;
import federarium.client.Memory;
import federarium.client.Sent;
import federarium.coordinator.CoordinatorCommand;
import federarium.host.Engine.Drive;
import federarium.persistence.Checkpoint;
import federarium.persistence.RunStore;
import federarium.update.ClientUpdate;
import federarium.update.Weights;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NodeMemoriesTest {
    private static final Weights MODEL = Weights.copyOf(1, 2);
    private static final Memory TWO =
            Memory.EMPTY.with("model", MODEL).with("residual.up", Weights.copyOf(3));
    private static final ClientUpdate UPDATE = new ClientUpdate(0, 1, 1, 1, .5, MODEL);

    @Test
    void remembersNothingAtFirstAndThenWhatItWasGivenLast() {
        NodeMemories memories = new NodeMemories(Map.of(2, TWO));
        assertEquals(Memory.EMPTY, memories.of(0));
        assertEquals(TWO, memories.of(2));

        memories.sent(0, 1, new Sent(UPDATE, TWO));
        memories.sent(2, 1, new Sent(UPDATE, TWO.without("model")));
        assertEquals(Set.of("residual.up"), memories.of(2).named().keySet());
        assertEquals(Map.of(0, TWO, 2, TWO.without("model")), memories.all());
    }

    @Test
    void hangOnWhatBecomesOfTheUpdateWhereThatMatters() {
        NodeMemories memories = new NodeMemories(Map.of());
        Memory refused = TWO.without("model");
        memories.sent(0, 3, new Sent(UPDATE, TWO, refused));
        memories.sent(1, 3, new Sent(UPDATE, TWO, refused));
        assertEquals(Map.of(), memories.all());

        memories.settle(3, List.of(1));
        assertEquals(Map.of(0, refused, 1, TWO), memories.all());

        memories.settle(4, List.of(0, 1));
        assertEquals(Map.of(0, refused, 1, TWO), memories.all());
    }

    /** It trained on for an edge that had left, and nobody waited for it. */
    @Test
    void takeAnUpdateOfAnEarlierRoundForRefused() {
        NodeMemories memories = new NodeMemories(Map.of());
        memories.sent(0, 3, new Sent(UPDATE, TWO, Memory.EMPTY));
        memories.settle(4, List.of(0));

        assertEquals(Map.of(), memories.all());
    }

    @Test
    void theOnesOfAMomentDoNotChangeWithWhatComesAfter() {
        NodeMemories memories = new NodeMemories(Map.of(0, TWO));
        Map<Integer, Memory> then = memories.all();
        memories.sent(0, 1, new Sent(UPDATE, Memory.EMPTY));

        assertEquals(Map.of(0, TWO), then);
        assertEquals(Map.of(), memories.all());
    }

    @Test
    void comeBackFromACheckpointAsTheyWere() {
        NodeMemories memories = new NodeMemories(Map.of(0, TWO, 11, TWO.without("model")));
        Checkpoint kept =
                KeptState.of(
                        new CoordinatorCommand.Checkpoint(4, MODEL, Carried.NONE), memories.all());

        assertEquals(
                Set.of("model", "node.0.model", "node.0.residual.up", "node.11.residual.up"),
                kept.named().keySet());
        assertEquals(memories.all(), KeptState.memories(kept));
        assertEquals(Carried.NONE, KeptState.carried(kept));
    }

    @Test
    void leaveNoTraceWhereNothingIsKept() {
        try (RunStore store = RunStore.inMemory();
                Engine engine = Engine.on(store, 2)) {
            Federation run = engine.start(Runs.digits(1), Drive.UNATTENDED);
            run.finished().join();

            Checkpoint last = store.at(run.run(), 1).orElseThrow();
            assertEquals(Set.of("model"), last.named().keySet());
        }
    }
}
