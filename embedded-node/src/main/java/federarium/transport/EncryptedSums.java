package federarium.transport;

import federarium.coordinator.CoordinatorCommand.CollectSum;
import federarium.coordinator.CoordinatorCommand.OpenSum;
import federarium.coordinator.CoordinatorInput;
import federarium.coordinator.CoordinatorInput.ModelMoved;
import federarium.coordinator.CoordinatorInput.SumCollected;
import federarium.coordinator.CoordinatorInput.SumWithheld;
import federarium.coordinator.Sums;
import federarium.coordinator.Traffic;
import federarium.privacy.encryption.BlindSum;
import federarium.privacy.secagg.Octets;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The coordinator's side under encryption: it adds ciphertexts that it cannot read, and sends the
 * sum to all nodes.
 */
public final class EncryptedSums implements Sums {
    private final Vertx vertx;
    private final String run;
    private final int clients;
    private final Supplier<BlindSum> none;
    private @Nullable Round current;

    private record Round(
            CollectSum command,
            BlindSum sum,
            SortedMap<Integer, Traffic> traffic,
            SortedMap<Integer, String> missing) {}

    /**
     * For a run of so many nodes.
     *
     * @param none makes the sum of nothing
     */
    public EncryptedSums(Vertx vertx, String run, int clients, Supplier<BlindSum> none) {
        this.vertx = vertx;
        this.run = run;
        this.clients = clients;
        this.none = none;
    }

    @Override
    public CompletableFuture<SumCollected> collect(CollectSum command) {
        Round round = new Round(command, none.get(), new TreeMap<>(), new TreeMap<>());
        current = round;
        List<Future<Boolean>> asked = new ArrayList<>();
        for (int client : command.clients()) {
            if (!command.late().contains(client)) {
                asked.add(ask(round, client));
            }
        }
        return Future.all(asked)
                .map(_ ->
                        new SumCollected(
                                command.round(), round.traffic, round.missing, withheld(round)))
                .toCompletionStage()
                .toCompletableFuture();
    }

    private static @Nullable String withheld(Round round) {
        int there = round.command.clients().size() - round.command.late().size();
        return there - round.missing.size() < 2
                ? "a sum of fewer than 2 nodes would be opened by all of them, so it is not sent"
                : null;
    }

    private Future<Boolean> ask(Round round, int client) {
        CollectSum command = round.command;
        round.traffic.put(client, new Traffic(0, command.terms().invitationBytes()));
        return new Bus(vertx)
                .<Ciphertext>ask(NodeVerticle.address(run, client), Invitation.of(command))
                .<Boolean>compose(answer -> {
                    round.traffic.merge(client, new Traffic(answer.bytes(), 0), Traffic::plus);
                    return vertx.executeBlocking(() -> {
                        round.sum.add(answer.octets().toArray());
                        return true;
                    });
                })
                .recover(failure -> {
                    round.missing.put(client, reason(failure));
                    return Future.succeededFuture(false);
                });
    }

    private static String reason(Throwable failure) {
        return failure instanceof IllegalArgumentException
                ? String.valueOf(failure.getMessage())
                : Bus.reason(failure, "the node has left");
    }

    @Override
    public CompletableFuture<CoordinatorInput> open(OpenSum command) {
        Round round = Objects.requireNonNull(current);
        EncryptedSum sum =
                new EncryptedSum(
                        command.round(),
                        Octets.copyOf(round.sum.toBytes()),
                        round.command.terms(),
                        command.rule());
        List<ModelHeld> held = new ArrayList<>();
        List<Future<Boolean>> asked = new ArrayList<>();
        for (int client = 0; client < clients; client++) {
            asked.add(
                    new Bus(vertx)
                            .<ModelHeld>ask(NodeVerticle.address(run, client), sum)
                            .map(held::add)
                            .otherwise(false));
        }
        return Future.all(asked)
                .<CoordinatorInput>map(_ -> moved(command.round(), sum, held))
                .toCompletionStage()
                .toCompletableFuture();
    }

    private CoordinatorInput moved(int round, EncryptedSum sum, List<ModelHeld> held) {
        long up = held.stream().mapToLong(ModelHeld::bytes).sum();
        Traffic traffic = new Traffic(up, clients * sum.bytes());
        List<String> models = held.stream().map(ModelHeld::sha256).distinct().toList();
        return models.size() == 1
                ? new ModelMoved(round, models.getFirst(), sum.bytes(), traffic)
                : new SumWithheld(
                        round,
                        models.isEmpty()
                                ? "no node opened the sum"
                                : "the nodes hold %d different models".formatted(models.size()),
                        traffic);
    }
}
