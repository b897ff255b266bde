package federarium.desktop.view.odds;

import federarium.privacy.accounting.Accountant;
import federarium.privacy.accounting.Ledger;
import java.util.concurrent.Executor;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Works out δ(0) of ledgers beside the window's thread, on which it is asked and answers. While one
 * is worked out only the newest other question waits; the ones before are dropped.
 */
final class Advantages {
    private final Accountant accountant = new Accountant();
    private final Executor worker;
    private final Executor window;
    private @Nullable Question waiting;
    private boolean busy;

    private record Question(Ledger ledger, DoubleConsumer answer) {}

    Advantages(Executor worker, Executor window) {
        this.worker = worker;
        this.window = window;
    }

    void ask(Ledger ledger, DoubleConsumer answer) {
        waiting = new Question(ledger, answer);
        if (!busy) {
            next();
        }
    }

    private void next() {
        Question question = waiting;
        waiting = null;
        busy = question != null;
        if (question != null) {
            worker.execute(() -> {
                double advantage = accountant.advantage(question.ledger());
                window.execute(() -> {
                    question.answer().accept(advantage);
                    next();
                });
            });
        }
    }
}
