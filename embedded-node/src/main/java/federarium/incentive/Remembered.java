package federarium.incentive;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** A game that values no coalition twice, however many threads ask for it. */
public final class Remembered implements Game {
    private final Game game;
    private final ConcurrentHashMap<Coalition, CompletableFuture<Double>> values =
            new ConcurrentHashMap<>();

    public Remembered(Game game) {
        this.game = game;
    }

    @Override
    public int players() {
        return game.players();
    }

    @Override
    public Coalition reduced(Coalition coalition) {
        return game.reduced(coalition);
    }

    /** Whoever asks first values it; others wait for that. */
    @Override
    public double value(Coalition coalition) {
        Coalition reduced = game.reduced(coalition);
        CompletableFuture<Double> known = values.get(reduced);
        if (known != null) {
            return known.join();
        }
        CompletableFuture<Double> mine = new CompletableFuture<>();
        CompletableFuture<Double> others = values.putIfAbsent(reduced, mine);
        if (others != null) {
            return others.join();
        }
        try {
            mine.complete(game.value(reduced));
        } catch (RuntimeException | Error e) {
            mine.completeExceptionally(e);
            throw e;
        }
        return mine.join();
    }

    /** How many different coalitions were valued. */
    public int evaluations() {
        return values.size();
    }
}
