package federarium.host;

import federarium.coordinator.CoordinatorCommand.TellTaken;
import federarium.coordinator.CoordinatorCommand.Train;
import federarium.coordinator.CoordinatorCommand.TrainUnseen;
import federarium.data.Fingerprint;
import federarium.data.NodeRows;
import federarium.identity.JoinLink;
import federarium.identity.NodeIdentity;
import federarium.identity.PublicIdentity;
import federarium.identity.Sha256;
import federarium.privacy.noise.NoiseSource;
import federarium.privacy.secagg.Guarantee;
import federarium.privacy.summing.NoiseShare;
import federarium.privacy.summing.SumEncoding;
import federarium.scenario.BadInputException;
import federarium.scenario.Concealment;
import federarium.scenario.Privacy.Mechanism;
import federarium.scenario.Scenario;
import federarium.scenario.Scenario.ModelSpec;
import federarium.transport.CoordinatorVerticle;
import federarium.transport.Directory;
import federarium.transport.HidingNodeVerticle;
import federarium.transport.Invitation;
import federarium.transport.Masking;
import federarium.transport.NodeVerticle;
import federarium.transport.SignedLists;
import federarium.transport.Trainer;
import federarium.transport.remote.Caller;
import federarium.transport.remote.Visitor;
import federarium.transport.wire.Control;
import io.vertx.core.Deployable;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * This machine as a node of somebody else's run. It takes its scenario from the host, its rows from
 * its own copy, and does not do what the scenario did not say: it shows no update that was to be
 * masked, and adds no less noise than was agreed.
 */
public final class Participant implements AutoCloseable {
    private final Vertx vertx;
    private final VertxWorkers workers;
    private final NodeIdentity identity;
    private final Caller caller;
    private final DataCache cache = new DataCache();
    private @Nullable Joined joined;
    private final @Nullable Path folder;
    private final String session;
    private final AtomicBoolean closed = new AtomicBoolean();
    private Future<String> calling = Future.failedFuture("not yet");
    private @Nullable OwnMemory memory;
    private @Nullable Path signed;
    private @Nullable SignedLists lists;
    private @Nullable String node;

    /** Who is told how it goes, on the caller's thread. */
    public interface Listener {

        /** What the host said. */
        void told(Control.FromHost message);

        /** The connection is there, or why it is gone. */
        void connection(@Nullable String gone);
    }

    private record Joined(Control.Welcome welcome, Scenario scenario, Prepared prepared) {}

    private Participant(
            Vertx vertx,
            JoinLink link,
            NodeIdentity identity,
            String name,
            int threads,
            @Nullable Path folder,
            Listener listener) {
        this.vertx = vertx;
        this.folder = folder;
        this.session = link.session();
        this.identity = identity;
        this.workers = new VertxWorkers(vertx, threads);
        CoordinatorVerticle.registerMessages(vertx.eventBus());
        this.caller = new Caller(link, identity, name, new Behind(listener));
    }

    /**
     * Calls at the link's host.
     *
     * @param folder where the node keeps what it needs from round to round, so that it may be
     *     restarted; null to keep nothing
     */
    public static Participant join(
            JoinLink link,
            NodeIdentity identity,
            String name,
            int threads,
            @Nullable Path folder,
            Listener listener) {
        Participant participant =
                new Participant(Vertx.vertx(), link, identity, name, threads, folder, listener);
        participant.calling = participant.vertx.deployVerticle(participant.caller);
        return participant;
    }

    /** Completes when the run has ended; fails with a sentence if the host will not have it. */
    public CompletableFuture<Control.Ended> finished() {
        return caller.finished();
    }

    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        // Whoever leaves says nothing about the question that it leaves open.
        var _ =
                calling.compose(vertx::undeploy)
                        .otherwiseEmpty()
                        .toCompletionStage()
                        .toCompletableFuture()
                        .join();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private Control.Ready ready(Control.Welcome welcome) {
        Joined known = joined;
        if (known == null || !known.welcome.equals(welcome)) {
            known = new Joined(welcome, scenario(welcome), prepare(welcome));
            joined = known;
        }
        NodeRows own = known.prepared.data().nodes().get(welcome.seat());
        return new Control.Ready(
                own.train().length, own.labelCounts(known.prepared.data().dataset()));
    }

    /** Nothing that it names may be a file of this machine. */
    private static Scenario scenario(Control.Welcome welcome) {
        Scenario scenario = ScenarioKeys.read("the host's scenario", welcome.scenario());
        if (scenario.data().file() != null || scenario.model() instanceof ModelSpec.Dl4j) {
            throw new BadInputException(
                    "the host's scenario names a file; this machine reads none for it");
        }
        return scenario;
    }

    private Prepared prepare(Control.Welcome welcome) {
        Prepared prepared = Prepared.of(scenario(welcome), cache);
        if (welcome.seat() < 0 || welcome.seat() >= prepared.data().nodes().size()) {
            throw new BadInputException("the host's scenario has no seat " + welcome.seat());
        }
        if (!Fingerprint.ofRows(prepared.data()).equals(welcome.rows())) {
            throw new BadInputException(
                    "this machine's copy of the data is not the host's; do both run the same"
                            + " version?");
        }
        return prepared;
    }

    private Deployable node(Joined at, Control.Begin begin) {
        int seat = at.welcome.seat();
        OwnMemory own = memory;
        if (own == null || !own.isOf(begin.run(), seat)) {
            own = new OwnMemory(file(begin.run(), "memory"), begin.run(), seat);
            memory = own;
        }
        own.comeAnew();
        Prepared prepared = at.prepared;
        NoiseSource noise = Prepared.noise(at.scenario);
        Trainer trainer =
                own.around(
                        new EmbeddedTrainer(
                                prepared.data(),
                                prepared.subNetworks()
                                        .pools(prepared.models(), new ModelPool(prepared.models())),
                                own.memories(),
                                noise,
                                prepared.fedPer()));
        if (at.scenario.concealment() != Concealment.MASKS) {
            return new NodeVerticle(begin.run(), seat, trainer);
        }
        Directory directory = directory(at, begin);
        signed = file(begin.run(), "signed");
        if (signed != null) {
            lists = KeptLists.in(signed);
        } else if (lists == null) {
            lists = new SignedLists();
        }
        return new HidingNodeVerticle(
                begin.run(),
                seat,
                trainer,
                new Masking(
                        directory,
                        seat,
                        identity.privateKey(),
                        noise,
                        Objects.requireNonNull(lists)));
    }

    /** No name that the host gives becomes one of a file. */
    private @Nullable Path file(String run, String kind) {
        String whose = identity.known().text() + "\n" + session + "\n" + run;
        String name = HexFormat.of().formatHex(Sha256.of(whose.getBytes(StandardCharsets.UTF_8)));
        return folder == null ? null : folder.resolve(name.substring(0, 32) + "." + kind);
    }

    private void forget() {
        if (memory != null) {
            memory.forget();
        }
        if (signed != null) {
            KeptLists.forget(signed);
        }
    }

    private Directory directory(Joined at, Control.Begin begin) {
        List<PublicIdentity> roster = begin.roster().stream().map(PublicIdentity::new).toList();
        int nodes = at.prepared.data().nodes().size();
        if (roster.size() != nodes
                || !roster.get(at.welcome.seat()).equals(identity.known())
                || roster.stream().distinct().count() != nodes) {
            throw new BadInputException("the host's list of keys is not that of this run's nodes");
        }
        return new Directory(begin.run(), roster.stream().map(PublicIdentity::key).toList());
    }

    private @Nullable String objection(Record question, Joined at) {
        Scenario scenario = at.scenario;
        boolean masked = scenario.concealment() == Concealment.MASKS;
        return switch (question) {
            case Train train when masked ->
                    "this run sums in secret; a single update is shown to nobody";
            case Train train -> objection(train, at);
            case TrainUnseen unseen -> objection(unseen.request(), at);
            case Invitation invitation when masked -> objection(invitation, scenario);
            default -> masked ? null : "this run sums nothing in secret";
        };
    }

    private static @Nullable String objection(Train train, Joined at) {
        Mechanism agreed = at.scenario.privacy().mechanism();
        boolean own = agreed == Mechanism.LOCAL || agreed == Mechanism.DP_SGD;
        if (own
                && (train.privacy().mechanism() != agreed
                        || train.privacy().noiseMultiplier()
                                < at.scenario.privacy().noiseMultiplier())) {
            return "less noise is asked for than was agreed";
        }
        return train.client() == at.welcome.seat() ? null : "another node is asked for";
    }

    /** What a node adds itself follows from the scenario, whatever the host says of it. */
    private static @Nullable String objection(Invitation invitation, Scenario scenario) {
        if (scenario.privacy().mechanism() != Mechanism.DISTRIBUTED) {
            return null;
        }
        int fewest = Guarantee.standard(invitation.clients().size()).fewest();
        long agreed =
                NoiseShare.of(
                                scenario.privacy().noiseMultiplier(),
                                SumEncoding.sensitivity(),
                                fewest)
                        .variance();
        SumEncoding.Limit limit = invitation.terms().encoding().limit();
        NoiseShare share = limit == null ? null : limit.noise();
        return share == null || share.variance() < agreed
                ? "less noise is asked for than was agreed"
                : null;
    }

    private final class Behind implements Visitor {
        private final Listener listener;

        Behind(Listener listener) {
            this.listener = listener;
        }

        @Override
        public Future<Control.Ready> prepare(Control.Welcome welcome) {
            return vertx.executeBlocking(() -> ready(welcome)).map(Objects::requireNonNull);
        }

        @Override
        public Future<Void> begin(Control.Begin begin, int seat) {
            Joined at = Objects.requireNonNull(joined);
            Future<Void> left =
                    node == null ? Future.succeededFuture() : vertx.undeploy(node).mapEmpty();
            return left.compose(_ -> vertx.deployVerticle(node(at, begin), workers.deployment()))
                    .map(id -> {
                        node = id;
                        return null;
                    });
        }

        @Override
        public @Nullable String objection(Record question) {
            return Participant.this.objection(question, Objects.requireNonNull(joined));
        }

        @Override
        public void taken(TellTaken taken) {
            if (memory != null) {
                memory.settle(taken);
            }
        }

        @Override
        public void told(Control.FromHost message) {
            if (message instanceof Control.Ended ended
                    && !ended.status().equals(Control.Ended.INTERRUPTED)) {
                forget();
            }
            listener.told(message);
        }

        @Override
        public void connection(@Nullable String gone) {
            listener.connection(gone);
        }
    }
}
