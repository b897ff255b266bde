package federarium.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.event.FederationEvent;
import federarium.event.FederationEvent.ModelEvaluated;
import federarium.event.FederationEvent.RoundStarted;
import federarium.event.RecordedEvent;
import federarium.host.Engine.Drive;
import federarium.identity.JoinLink;
import federarium.identity.NodeIdentity;
import federarium.persistence.RunStore;
import federarium.scenario.Scenario;
import federarium.transport.lobby.Guest;
import federarium.transport.remote.FaultProxy;
import federarium.transport.remote.FaultProxy.Fault;
import federarium.transport.wire.Control;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two nodes of other machines behind a network that fails; six are here. */
@Timeout(60)
class BadNetworkTest {
    private static final int ROUNDS = 4;

    @TempDir private Path home;

    /** What happens to the network, and in which events of the log. */
    private interface Trouble {
        void on(FederationEvent event, FaultProxy network);
    }

    /** As soon as an event of a type is in the log, every connection is cut. */
    @ParameterizedTest
    @CsvSource({
        "RoundStarted,false",
        "ModelSent,false",
        "UpdateReceived,false",
        "UpdatesAggregated,false",
        "ModelEvaluated,false",
        "RoundClosed,false",
        "RoundStarted,true",
        "HiddenUpdateReceived,true",
        "RoundClosed,true",
    })
    void aConnectionThatIsCutComesBackAndTheRunHasTheSameBits(String type, boolean masked) {
        Scenario scenario = Runs.digits(ROUNDS).with("secureAggregation", String.valueOf(masked));
        List<FederationEvent> quiet = Runs.comparable(Runs.log(scenario, 2));

        Hosted run =
                host(
                        scenario,
                        (event, network) -> {
                            if (event.getClass().getSimpleName().equals(type)) {
                                network.cut();
                            }
                        });

        Runs.assertSame(quiet, Runs.comparable(run.log));
        assertTrue(run.connections > 2, "cut " + run.connections);
    }

    @ParameterizedTest
    @CsvSource({"DELAY", "TRICKLE", "CORRUPT"})
    void aNetworkThatIsSlowOrBrokenChangesNoBit(Fault fault) {
        Scenario scenario = Runs.digits(ROUNDS);
        List<FederationEvent> quiet = Runs.comparable(Runs.log(scenario, 2));

        Hosted run =
                host(
                        scenario,
                        (event, network) -> {
                            if (event instanceof RoundStarted) {
                                network.set(fault);
                            } else if (event instanceof ModelEvaluated) {
                                network.set(Fault.NONE);
                            }
                        });

        Runs.assertSame(quiet, Runs.comparable(run.log));
    }

    private record Hosted(List<RecordedEvent> log, int connections) {}

    private Hosted host(Scenario scenario, Trouble trouble) {
        Workshop.Plan plan = new Workshop.Plan(2, 0, false, Duration.ofMinutes(2), home);
        try (RunStore store = RunStore.inMemory();
                Engine engine = Engine.on(store, 2);
                Workshop workshop = engine.open(scenario, plan, SILENT_HOST);
                FaultProxy network = FaultProxy.before(workshop.link().port());
                Participant anna = join(workshop.link(), network);
                Participant ben = join(workshop.link(), network)) {
            workshop.complete().join();
            Federation federation = engine.start(workshop, Drive.UNATTENDED);
            federation.watch(
                    new Watcher() {
                        @Override
                        public void happened(RecordedEvent event) {
                            trouble.on(event.event(), network);
                        }
                    });
            federation.finished().join();
            assertEquals("completed", anna.finished().join().status());
            assertEquals("completed", ben.finished().join().status());
            return new Hosted(store.events(federation.run()), network.connections());
        }
    }

    private static Participant join(JoinLink link, FaultProxy network) {
        JoinLink through =
                new JoinLink(
                        List.of("127.0.0.1"),
                        network.port(),
                        link.session(),
                        link.pin(),
                        link.token(),
                        link.expires());
        return Participant.join(through, NodeIdentity.generate(), "Anna", 1, null, SILENT_NODE);
    }

    private static final Workshop.Watcher SILENT_HOST =
            new Workshop.Watcher() {
                @Override
                public void changed(List<Guest> guests) {}

                @Override
                public void refused(String who, String reason) {}
            };

    private static final Participant.Listener SILENT_NODE =
            new Participant.Listener() {
                @Override
                public void told(Control.FromHost message) {}

                @Override
                public void connection(@Nullable String gone) {}
            };
}
