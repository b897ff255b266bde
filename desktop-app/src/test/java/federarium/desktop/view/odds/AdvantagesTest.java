package federarium.desktop.view.odds;

import static org.junit.jupiter.api.Assertions.assertEquals;

import federarium.privacy.accounting.Charge;
import federarium.privacy.accounting.Ledger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class AdvantagesTest {
    private final Queue<Runnable> work = new ArrayDeque<>();
    private final Advantages advantages = new Advantages(work::add, Runnable::run);
    private final List<String> answered = new ArrayList<>();

    @Test
    void answersWithTheBestGuessersAdvantage() {
        List<Double> answers = new ArrayList<>();
        advantages.ask(Ledger.EMPTY.plus(new Charge(1, 1), 1), answers::add);
        work.remove().run();
        // 2Φ(1/2σ) − 1 for one Gaussian
        assertEquals(0.3829, answers.getFirst(), 1e-3);
    }

    @Test
    void whileOneIsWorkedOutOnlyTheNewestQuestionWaits() {
        ask("first");
        ask("second");
        ask("third");
        while (!work.isEmpty()) {
            work.remove().run();
        }
        assertEquals(List.of("first", "third"), answered);
    }

    private void ask(String name) {
        advantages.ask(Ledger.EMPTY.plus(new Charge(1, 1), 1), _ -> answered.add(name));
    }
}
