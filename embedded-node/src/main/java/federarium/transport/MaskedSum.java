package federarium.transport;

import static java.util.stream.Collectors.toMap;

import federarium.coordinator.CoordinatorCommand.CollectSum;
import federarium.coordinator.CoordinatorInput;
import federarium.coordinator.CoordinatorInput.SumCollected;
import federarium.coordinator.CoordinatorInput.SumOpened;
import federarium.coordinator.CoordinatorInput.SumWithheld;
import federarium.coordinator.Traffic;
import federarium.privacy.secagg.AbortedException;
import federarium.privacy.secagg.RefusedException;
import federarium.privacy.secagg.SecAggMessage.Down;
import federarium.privacy.secagg.SecAggMessage.SurvivorList;
import federarium.privacy.secagg.SecAggMessage.Up;
import federarium.privacy.secagg.SecAggServer;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One round of secure aggregation from the coordinator's side: each step asks all nodes that are
 * left, waits for the last answer, and goes on with those that came.
 */
final class MaskedSum {
    private final Vertx vertx;
    private final Directory directory;
    private final CollectSum command;
    private final SecAggServer server;
    private final SortedMap<Integer, Traffic> traffic = new TreeMap<>();
    private final SortedMap<Integer, String> missing = new TreeMap<>();
    private @Nullable SurvivorList survivors;

    MaskedSum(Vertx vertx, Directory directory, CollectSum command) {
        this.vertx = vertx;
        this.directory = directory;
        this.command = command;
        this.server = new SecAggServer(directory.terms(Invitation.of(command)));
    }

    /** Keys, shares and masked vectors. */
    Future<SumCollected> collect() {
        return invite().compose(_ -> ask(server.closeAdvertising()))
                .compose(_ -> ask(inTime(server.closeSharing())))
                .map(_ -> {
                    survivors = server.closeMasking();
                    return collected(null);
                })
                .recover(failure ->
                        failure instanceof AbortedException
                                ? Future.succeededFuture(collected(failure.getMessage()))
                                : Future.failedFuture(failure));
    }

    private SumCollected collected(@Nullable String withheld) {
        return new SumCollected(command.round(), traffic, missing, withheld);
    }

    /** Signatures and shares of the masks, and the sum without them. */
    Future<CoordinatorInput> open() {
        Traffic before = total();
        return sign().compose(_ -> ask(server.closeConsistency()))
                .compose(_ -> vertx.executeBlocking(server::closeUnmasking))
                .<CoordinatorInput>map(
                        sum -> new SumOpened(command.round(), sum, total().minus(before)))
                .recover(failure ->
                        failure instanceof AbortedException
                                ? Future.succeededFuture(
                                        new SumWithheld(
                                                command.round(),
                                                String.valueOf(failure.getMessage()),
                                                total().minus(before)))
                                : Future.failedFuture(failure));
    }

    private Traffic total() {
        return traffic.values().stream().reduce(Traffic.NONE, Traffic::plus);
    }

    private Future<Void> invite() {
        Invitation invitation = Invitation.of(command);
        List<Future<Void>> asked = new ArrayList<>();
        for (int client : command.clients()) {
            asked.add(ask(client, invitation, command.terms().invitationBytes()));
        }
        return Future.all(asked).mapEmpty();
    }

    private Future<Void> sign() {
        SurvivorList list = survivors;
        return list == null
                ? Future.failedFuture(new IllegalStateException("nothing was collected"))
                : ask(list.survivors().stream().collect(toMap(each -> each, _ -> list)));
    }

    /** Without those whose vectors would come too late. */
    private <T> Map<Integer, T> inTime(Map<Integer, T> questions) {
        Map<Integer, T> left = new TreeMap<>(questions);
        left.keySet().removeAll(command.late());
        return left;
    }

    private Future<Void> ask(Map<Integer, ? extends Down> questions) {
        List<Future<Void>> asked = new ArrayList<>();
        questions.forEach((client, question) -> asked.add(ask(client, question, question.bytes())));
        return Future.all(asked).mapEmpty();
    }

    /** Asks one node; whatever it answers, or doesn't, the others go on. */
    private Future<Void> ask(int client, Object question, long bytes) {
        traffic.merge(client, new Traffic(0, bytes), Traffic::plus);
        return new Bus(vertx)
                .<Up>ask(NodeVerticle.address(directory.run(), client), question)
                .map(answer -> {
                    traffic.merge(client, new Traffic(answer.bytes(), 0), Traffic::plus);
                    server.receive(answer);
                    return (Void) null;
                })
                .recover(failure -> {
                    missing.putIfAbsent(client, reason(failure));
                    return Future.succeededFuture();
                });
    }

    private static String reason(Throwable failure) {
        return failure instanceof RefusedException
                ? String.valueOf(failure.getMessage())
                : Bus.reason(failure, "the node has left");
    }
}
