package federarium.transport;

import federarium.coordinator.CoordinatorCommand.Train;
import federarium.coordinator.CoordinatorCommand.TrainEdge;
import federarium.coordinator.CoordinatorPorts.Signals;
import federarium.coordinator.EdgeReport;
import federarium.coordinator.EdgeRound;
import federarium.coordinator.Edges;
import federarium.update.ClientUpdate;
import federarium.update.Weights;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.eventbus.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An edge aggregator: holds a model of its own, has its nodes train from it, averages what they
 * send, and tells the coordinator what came of it.
 */
public final class EdgeVerticle extends VerticleBase {
    private static final int LEFT = 1;

    private final String run;
    private final int edge;
    private final Edges edges;
    private final Signals signals;
    private Weights model;
    private @Nullable Round inProgress;

    /**
     * An edge of a run.
     *
     * @param edge its place among the edges
     * @param model what it has learned so far
     */
    public EdgeVerticle(String run, int edge, Edges edges, Weights model, Signals signals) {
        this.run = run;
        this.edge = edge;
        this.edges = edges;
        this.model = model;
        this.signals = signals;
    }

    static String address(String run, int edge) {
        return "run/" + run + "/edge/" + edge;
    }

    @Override
    public Future<?> start() {
        return vertx.eventBus()
                .localConsumer(address(run, edge), (Message<TrainEdge> asked) -> train(asked))
                .completion();
    }

    private void train(Message<TrainEdge> message) {
        inProgress = new Round(EdgeRound.of(message.body(), model), message);
        inProgress.begin();
    }

    /** Whoever waits for it waits no longer. */
    @Override
    public Future<?> stop() {
        if (inProgress != null && !inProgress.state.isComplete()) {
            inProgress.message.fail(LEFT, "its edge has left");
        }
        return Future.succeededFuture();
    }

    /** A round in progress. */
    private final class Round {
        private final Message<TrainEdge> message;
        private EdgeRound state;

        Round(EdgeRound state, Message<TrainEdge> message) {
            this.state = state;
            this.message = message;
        }

        void begin() {
            List<Train> requests = state.requests();
            List<Future<ClientUpdate>> answers = new ArrayList<>();
            for (Train request : requests) {
                answers.add(
                        new Bus(vertx).ask(NodeVerticle.address(run, request.client()), request));
            }
            for (int i = 0; i < requests.size(); i++) {
                Train request = requests.get(i);
                answers.get(i).onComplete(answer -> answered(request, answer));
            }
            finishIfComplete();
        }

        private void answered(Train request, AsyncResult<ClientUpdate> answer) {
            if (answer.succeeded()) {
                signals.nodeTrained(request.round(), request.client());
                int rows = edges.seats().get(request.client()).examples();
                change(before -> before.arrived(answer.result(), rows));
            } else {
                String reason = Bus.reason(answer.cause(), "the node has left");
                change(before -> before.missing(request.client(), reason));
            }
        }

        private void change(UnaryOperator<EdgeRound> step) {
            state = step.apply(state);
            finishIfComplete();
        }

        private void finishIfComplete() {
            if (state.isComplete()) {
                EdgeReport report = state.report(edges::node);
                model = report.model();
                message.reply(report);
            }
        }
    }
}
