package federarium.host;

import federarium.attack.Collusion;
import federarium.attack.GaussianUpdate;
import federarium.attack.LabelFlip;
import federarium.attack.Replacement;
import federarium.client.Sent;
import federarium.coordinator.CoordinatorCommand.Train;
import federarium.data.Dataset;
import federarium.random.RandomStreams;
import federarium.scenario.Attack;
import federarium.scenario.Attack.Deed;
import federarium.transport.Trainer;
import federarium.update.ClientUpdate;
import federarium.update.Weights;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;

/**
 * Trains for the nodes of this process, honest or not. A hostile one keeps to the form in which
 * updates travel and to nothing else: it clips nothing, and adds no noise of its own.
 */
final class HostileTrainer implements Trainer {
    /** What a disguised free rider remembers: the model that it saw last. */
    private static final String SEEN = "seen";

    private final EmbeddedTrainer honest;
    private final Hostility hostility;
    private final Triggers triggers;
    private final double serverLearningRate;
    private final Colluders colluders = new Colluders();

    /**
     * A trainer of all nodes.
     *
     * @param serverLearningRate η, as hostile nodes believe it to be
     */
    HostileTrainer(
            EmbeddedTrainer honest,
            Hostility hostility,
            Triggers triggers,
            double serverLearningRate) {
        this.honest = honest;
        this.hostility = hostility;
        this.triggers = triggers;
        this.serverLearningRate = serverLearningRate;
    }

    @Override
    public ClientUpdate train(Train request) {
        Attack attack = hostility.of(request.round(), request.client());
        if (attack.isNone()) {
            return honest.train(request);
        }
        Train plain = request.unnoised();
        Sent made = made(attack, plain);
        return honest.send(altered(made, delta -> delta.times(attack.strength())), plain);
    }

    private Sent made(Attack attack, Train request) {
        return switch (attack.deed()) {
            case Deed.None _ -> honest.trained(request);
            case Deed.LabelFlip flip ->
                    on(LabelFlip.poisoned(data(), honest.rows(request), labels(flip)), request);
            case Deed.Backdoor(int target) -> backdoored(target, request);
            case Deed.Replacement(int target) ->
                    altered(backdoored(target, request), delta -> delta.times(boost(attack)));
            case Deed.SignFlip _ -> altered(honest.trained(request), delta -> delta.times(-1));
            case Deed.Gaussian _ ->
                    altered(
                            honest.trained(request),
                            delta -> noise(delta.norm(), delta.size(), request));
            case Deed.Alie(Double z) ->
                    altered(
                            honest.trained(request),
                            _ ->
                                    Collusion.littleIsEnough(
                                            together(attack, request),
                                            z == null ? hiddenZ(attack) : z));
            case Deed.Ipm _ ->
                    altered(
                            honest.trained(request),
                            _ -> Collusion.opposite(together(attack, request)));
            case Deed.FreeRider(boolean disguised) -> idle(disguised, request);
        };
    }

    private static Sent altered(Sent made, UnaryOperator<Weights> change) {
        ClientUpdate update = made.update();
        return new Sent(update.of(change.apply(update.delta())), made.memory(), made.refused());
    }

    private Sent backdoored(int target, Train request) {
        return on(triggers.to(target).poisoned(data(), honest.rows(request)), request);
    }

    /** Claims the rows that it has and the steps that they take, whatever it trains on. */
    private Sent on(Dataset rows, Train request) {
        Sent made = honest.on(rows, request.client()).trained(request);
        int own = honest.rows(request).length;
        int planned = request.training().stepsOn(own);
        return new Sent(
                made.update().claiming(own, Math.min(planned, made.update().steps())),
                made.memory(),
                made.refused());
    }

    private static Weights noise(double norm, int parameters, Train request) {
        return GaussianUpdate.of(
                norm,
                parameters,
                new RandomStreams(request.seed())
                        .stream("hostile noise", request.round(), request.client()));
    }

    private List<Weights> together(Attack attack, Train request) {
        return colluders.updates(
                request, hostility.clients(attack), each -> honest.trained(each).update().delta());
    }

    private double hiddenZ(Attack attack) {
        return Collusion.z(honest.data().nodes().size(), hostility.clients(attack).size());
    }

    private double boost(Attack attack) {
        long all = honest.data().train().length;
        long hostile =
                hostility.clients(attack).stream()
                        .mapToLong(client -> honest.data().nodes().get(client).train().length)
                        .sum();
        return Replacement.boost(serverLearningRate, hostile, all);
    }

    /** Nothing, or noise as long as the way that the global model went since it was last seen. */
    private Sent idle(boolean disguised, Train request) {
        Sent idle = honest.idle(request);
        if (!disguised) {
            return idle;
        }
        Weights seen = idle.memory().get(SEEN);
        double moved = seen == null ? 0 : request.model().distance(seen);
        return new Sent(
                idle.update().of(noise(moved, request.model().size(), request)),
                idle.memory().with(SEEN, request.model()));
    }

    private IntUnaryOperator labels(Deed.LabelFlip flip) {
        return flip.of() == null || flip.as() == null
                ? LabelFlip.mirrored(data().classes())
                : LabelFlip.of(flip.of(), flip.as());
    }

    private Dataset data() {
        return triggers.data();
    }
}
