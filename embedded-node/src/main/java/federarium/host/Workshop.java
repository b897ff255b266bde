package federarium.host;

import federarium.coordinator.CoordinatorCommand.TellTaken;
import federarium.data.Fingerprint;
import federarium.data.NodeRows;
import federarium.event.FederationEvent.ModelEvaluated;
import federarium.event.RecordedEvent;
import federarium.host.KeptDoor.Place;
import federarium.identity.HostCertificate;
import federarium.identity.JoinLink;
import federarium.identity.PublicIdentity;
import federarium.identity.Token;
import federarium.projection.FederationState;
import federarium.scenario.BadInputException;
import federarium.scenario.Concealment;
import federarium.scenario.PersonalSpec;
import federarium.scenario.Scenario;
import federarium.scenario.Scenario.ModelSpec;
import federarium.scenario.Topology;
import federarium.transport.lobby.Guest;
import federarium.transport.lobby.Lobby;
import federarium.transport.lobby.Terms;
import federarium.transport.remote.Door;
import federarium.transport.remote.Entrance;
import federarium.transport.remote.Host;
import federarium.transport.wire.Control;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** A run to come whose first seats are for nodes of other machines, with the door they come by. */
public final class Workshop implements AutoCloseable {
    private static final Duration LINK_IS_GOOD_FOR = Duration.ofHours(12);
    private static final int SLACK = 1 << 20;
    private static final String SESSION_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private final Vertx vertx;
    private final Scenario scenario;
    private final Prepared prepared;
    private final Plan plan;
    private final Watcher watcher;
    private final String rows;
    private final HostCertificate certificate;
    private final Terms terms;
    private final long epoch;
    private final @Nullable Again again;
    private final Door door;
    private final CompletableFuture<Void> complete = new CompletableFuture<>();
    private volatile List<Guest> guests = List.of();
    private @Nullable String deployment;

    /**
     * How nodes come in.
     *
     * @param seats how many are to come
     * @param port to listen on; 0 for any that is free
     * @param approval whether somebody looks at everyone first
     * @param patience how long a node may take for an answer
     * @param home where the certificate is kept
     */
    public record Plan(int seats, int port, boolean approval, Duration patience, Path home) {}

    /** Who is told what happens at the door, on the door's thread. */
    public interface Watcher {

        /** Somebody came, went, or changed: all there are. */
        void changed(List<Guest> guests);

        /** Something was refused, from whom, and why. */
        void refused(String who, String reason);
    }

    /**
     * A run that goes on.
     *
     * @param door as it was
     * @param taken whose updates of its last round were taken
     */
    record Again(String run, KeptDoor door, TellTaken taken) {}

    private Workshop(
            Vertx vertx,
            Scenario scenario,
            Prepared prepared,
            Plan plan,
            @Nullable Again again,
            Watcher watcher) {
        this.vertx = vertx;
        this.scenario = scenario;
        this.prepared = prepared;
        this.plan = plan;
        this.watcher = watcher;
        this.rows = Fingerprint.ofRows(prepared.data());
        this.certificate = certificate(plan.home().resolve("host.p12"));
        this.again = again;
        this.epoch = again == null ? 1 : again.door.epoch() + 1;
        this.terms = again == null ? terms(plan) : terms(again.door);
        this.door =
                new Door(
                        new Entrance(certificate, plan.port(), largest(prepared), plan.patience()),
                        lobby(),
                        terms.session(),
                        new Keeper());
    }

    private static Terms terms(Plan plan) {
        SecureRandom random = new SecureRandom();
        return new Terms(
                session(random),
                Token.drawn(random).text(),
                Instant.now().plus(LINK_IS_GOOD_FOR),
                plan.seats(),
                plan.approval());
    }

    private static Terms terms(KeptDoor door) {
        return new Terms(
                door.session(),
                door.token(),
                Instant.ofEpochSecond(door.expires()),
                door.places().size(),
                door.approval());
    }

    private Lobby lobby() {
        return again == null
                ? new Lobby(terms)
                : Lobby.again(terms, again.door.places().stream().map(Place::guest).toList());
    }

    static Workshop open(
            Vertx vertx, Scenario scenario, Prepared prepared, Plan plan, Watcher watcher) {
        require(scenario, prepared, plan);
        return opened(new Workshop(vertx, scenario, prepared, plan, null, watcher));
    }

    static Workshop again(
            Vertx vertx,
            Again again,
            Scenario scenario,
            Prepared prepared,
            Path home,
            Watcher watcher) {
        KeptDoor door = again.door;
        Plan plan =
                new Plan(
                        door.places().size(),
                        door.port(),
                        door.approval(),
                        Duration.ofMillis(door.patience()),
                        home);
        return opened(new Workshop(vertx, scenario, prepared, plan, again, watcher));
    }

    private static Workshop opened(Workshop workshop) {
        try {
            workshop.deployment = await(workshop.vertx.deployVerticle(workshop.door));
        } catch (CompletionException e) {
            throw new BadInputException(
                    "--port: cannot listen on %d (%s); allowed: a free port, or 0 for any"
                            .formatted(workshop.plan.port(), reason(e)),
                    e);
        }
        return workshop;
    }

    private static void require(Scenario scenario, Prepared prepared, Plan plan) {
        int nodes = prepared.data().nodes().size();
        if (plan.port() < 0 || plan.port() > 65_535) {
            throw new BadInputException(
                    "--port: %d; allowed: 1 to 65535, or 0 for any free port"
                            .formatted(plan.port()));
        }
        if (plan.patience().compareTo(Duration.ofSeconds(1)) < 0) {
            throw new BadInputException(
                    "--deadline: %d seconds; allowed: 1 or more"
                            .formatted(plan.patience().toSeconds()));
        }
        if (plan.seats() < 1 || plan.seats() > nodes) {
            throw new BadInputException(
                    "--nodes: %d of %d nodes; allowed: 1 to %d"
                            .formatted(plan.seats(), nodes, nodes));
        }
        if (scenario.data().file() != null) {
            throw new BadInputException(
                    "data.file: the rows of a file cannot be handed to other machines; allowed: a"
                            + " built-in data.source");
        }
        if (scenario.topology() instanceof Topology.Peers) {
            throw new BadInputException(
                    "topology.kind: without a coordinator nobody can host; allowed: star,"
                            + " hierarchy");
        }
        if (scenario.concealment() != Concealment.NONE
                && scenario.concealment() != Concealment.MASKS) {
            throw new BadInputException(
                    "encryption: the nodes' common key cannot be handed to other machines; allowed:"
                            + " none, or secureAggregation: true");
        }
        if (!(scenario.personal() instanceof PersonalSpec.None)) {
            throw new BadInputException(
                    "personal.kind: what a node keeps on another machine cannot be measured here;"
                            + " allowed: none");
        }
        if (scenario.model() instanceof ModelSpec.Dl4j) {
            throw new BadInputException(
                    "model.kind: a model's file cannot be handed to other machines; allowed: dense,"
                            + " logistic, conv");
        }
        if (scenario.attack().clients(nodes).stream().anyMatch(each -> each < plan.seats())) {
            throw new BadInputException(
                    ("attack.clients: the first %d seats are for other machines, which nobody makes"
                                    + " hostile from here; allowed: the seats after them")
                            .formatted(plan.seats()));
        }
    }

    private static String reason(CompletionException e) {
        return e.getCause() == null
                ? "no reason was given"
                : String.valueOf(e.getCause().getMessage());
    }

    private static HostCertificate certificate(Path file) {
        try {
            return HostCertificate.kept(file);
        } catch (IOException e) {
            throw new BadInputException(String.valueOf(e.getMessage()), e);
        }
    }

    private static String session(SecureRandom random) {
        StringBuilder session = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            session.append(SESSION_LETTERS.charAt(random.nextInt(SESSION_LETTERS.length())));
        }
        return session.toString();
    }

    /** An update, a control beside it, and room for words. */
    private static int largest(Prepared prepared) {
        return Math.toIntExact(2L * Float.BYTES * prepared.initial().size() + SLACK);
    }

    /** What nodes join by. */
    public JoinLink link() {
        return new JoinLink(
                Addresses.reachable(),
                door.port(),
                terms.session(),
                certificate.pin(),
                new Token(terms.token()),
                terms.expires());
    }

    /** Completes when every seat is taken by somebody who can train. */
    public CompletableFuture<Void> complete() {
        return complete.copy();
    }

    /** Lets somebody in who asked. */
    public void approve(String key) {
        door.approve(key);
    }

    /** Sends somebody away, who may ask again. */
    public void remove(String key) {
        door.remove(key, false);
    }

    /** Sends somebody away for good. */
    public void block(String key) {
        door.remove(key, true);
    }

    /** Lets nobody new in, or does again. */
    public void lock(boolean on) {
        door.lock(on);
    }

    Scenario scenario() {
        return scenario;
    }

    Prepared prepared() {
        return prepared;
    }

    /** How many nodes of other machines are to be there. */
    public int seats() {
        return plan.seats();
    }

    /** The keys of those who came in, by their seats. */
    List<PublicIdentity> keys() {
        return guests.stream()
                .filter(guest -> guest.seat() != null)
                .sorted(Comparator.comparing(guest -> Objects.requireNonNull(guest.seat())))
                .map(guest -> new PublicIdentity(guest.key()))
                .toList();
    }

    /** The run that goes on. */
    String run() {
        return Objects.requireNonNull(again).run;
    }

    /** From now on the nodes are at their addresses. */
    void begin(String run, List<PublicIdentity> roster) {
        kept().keep(plan.home(), run);
        await(
                door.begin(
                        new Control.Begin(
                                run, epoch, roster.stream().map(PublicIdentity::text).toList())));
        if (again != null) {
            taken(again.taken);
        }
    }

    private KeptDoor kept() {
        List<Place> places =
                guests.stream()
                        .filter(guest -> guest.seat() != null)
                        .map(guest ->
                                new Place(
                                        Objects.requireNonNull(guest.seat()),
                                        guest.key(),
                                        guest.name(),
                                        guest.examples()))
                        .toList();
        return new KeptDoor(
                terms.session(),
                terms.token(),
                terms.expires().getEpochSecond(),
                door.port(),
                terms.approval(),
                plan.patience().toMillis(),
                epoch,
                places);
    }

    void taken(TellTaken taken) {
        door.tell(taken);
    }

    /** What the nodes' people hear of a run. */
    federarium.host.Watcher news(int rounds) {
        return new federarium.host.Watcher() {
            @Override
            public void happened(RecordedEvent event) {
                if (event.event() instanceof ModelEvaluated model) {
                    for (int seat = 0; seat < plan.seats(); seat++) {
                        door.tell(
                                seat,
                                new Control.News(
                                        model.round(), rounds, model.accuracy(), null, null));
                    }
                }
            }
        };
    }

    /** Tells everybody how it ended, or that it may go on, and closes the door. */
    void end(String run, FederationState state) {
        FederationState.Status status = state.outcome().status();
        boolean over =
                status == FederationState.Status.COMPLETED
                        || status == FederationState.Status.FAILED;
        await(
                door.end(
                        new Control.Ended(
                                over
                                        ? status.name().toLowerCase(Locale.ROOT)
                                        : Control.Ended.INTERRUPTED,
                                null,
                                null)));
        close();
        if (over) {
            KeptDoor.forget(plan.home(), run);
        }
    }

    @Override
    public void close() {
        if (deployment != null) {
            await(vertx.undeploy(deployment));
            deployment = null;
        }
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }

    private final class Keeper implements Host {
        @Override
        public Control.Welcome welcome(int seat) {
            return new Control.Welcome(
                    seat,
                    prepared.data().nodes().get(seat).id(),
                    ScenarioKeys.of(scenario.unarmed()),
                    rows);
        }

        @Override
        public @Nullable String objection(int seat, Control.Ready ready) {
            NodeRows own = prepared.data().nodes().get(seat);
            return ready.examples() == own.train().length
                            && ready.labels().equals(own.labelCounts(prepared.data().dataset()))
                    ? null
                    : "its rows are not those of its seat";
        }

        @Override
        public void changed(List<Guest> all) {
            guests = all;
            watcher.changed(all);
            if (all.stream().filter(each -> each.state() == Guest.State.READY).count()
                    == plan.seats()) {
                complete.complete(null);
            }
        }

        @Override
        public void refused(String who, String reason) {
            watcher.refused(who, reason);
        }
    }
}
