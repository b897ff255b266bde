package federarium.desktop;

import federarium.desktop.text.Refusal;
import federarium.desktop.view.lab.Asks;
import federarium.desktop.view.lab.Order;
import federarium.host.Betrayal;
import federarium.host.Exhibit;
import federarium.host.Harm;
import federarium.host.Membership;
import federarium.host.Rebuild;
import federarium.host.Rebuilt;
import federarium.persistence.StorageException;
import federarium.scenario.BadInputException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Carries out attacks on the run on stage, beside the window's thread. */
final class Laboratory implements Asks {
    private final Session session;
    private final Runs runs;
    private final Executor worker;
    private final Executor window;

    Laboratory(Session session, Runs runs, Executor worker, Executor window) {
        this.session = session;
        this.runs = runs;
        this.worker = worker;
        this.window = window;
    }

    @Override
    public void rebuild(Order order, @Nullable Drawn drawn, Answer<Rebuilt> answer) {
        carryOut(
                run -> {
                    Rebuild rebuild = new Rebuild(exhibit(run, order));
                    return drawn == null
                            ? rebuild.fromUpdate(() -> false)
                            : rebuild.fromOwnRow(drawn.row(), drawn.label());
                },
                answer);
    }

    @Override
    public void membership(Order order, Membership.View view, Answer<Betrayal> answer) {
        carryOut(run -> new Membership(exhibit(run, order)).attack(view), answer);
    }

    @Override
    public void damage(
            int round,
            Map<String, String> attack,
            List<String> nodes,
            int rounds,
            IntConsumer progress,
            Answer<Harm> answer) {
        carryOut(
                run ->
                        runs.damage(run, round)
                                .by(
                                        attack,
                                        nodes,
                                        rounds,
                                        done -> window.execute(() -> progress.accept(done))),
                answer);
    }

    private Exhibit exhibit(String run, Order order) {
        return runs.exhibit(run, order.round(), order.node(), order.changes());
    }

    private <T> void carryOut(Function<String, T> attack, Answer<T> answer) {
        String run = session.run();
        if (run == null) {
            answer.refused("There is no run to attack.");
            return;
        }
        worker.execute(() -> {
            try {
                T found = attack.apply(run);
                window.execute(() -> answer.found(found));
            } catch (BadInputException e) {
                String sentence = Refusal.words(e);
                window.execute(() -> answer.refused(sentence));
            } catch (StorageException e) {
                String sentence = String.valueOf(e.getMessage());
                window.execute(() -> answer.refused(sentence));
            }
        });
    }
}
