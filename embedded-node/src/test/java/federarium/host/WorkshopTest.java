package federarium.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.event.FederationEvent;
import federarium.event.RecordedEvent;
import federarium.host.Engine.Drive;
import federarium.identity.HostCertificate;
import federarium.identity.JoinLink;
import federarium.identity.NodeIdentity;
import federarium.identity.Token;
import federarium.persistence.RunStore;
import federarium.scenario.BadInputException;
import federarium.scenario.BuiltInScenarios;
import federarium.scenario.Scenario;
import federarium.transport.frame.FrameException;
import federarium.transport.lobby.Guest;
import federarium.transport.wire.Control;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole runs over TLS on this machine's own network. */
class WorkshopTest {
    @TempDir private Path home;

    private final ConcurrentLinkedQueue<String> refusals = new ConcurrentLinkedQueue<>();

    private final Workshop.Watcher watcher =
            new Workshop.Watcher() {
                @Override
                public void changed(List<Guest> guests) {}

                @Override
                public void refused(String who, String reason) {
                    refusals.add(reason);
                }
            };

    /**
     * Who sits where changes no bit: not of training, nor of what is carried from round to round.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "rounds=3",
                "rounds=3,secureAggregation=true",
                "rounds=3,aggregation.rule=scaffold",
                "rounds=3,compression.kind=topK,compression.fraction=0.1",
                "rounds=3,privacy.mechanism=local,privacy.noiseMultiplier=0.1",
                "rounds=3,topology.kind=hierarchical,topology.edges=2,topology.edgeRounds=2",
                "rounds=3,aggregation.rule=qFedAvg",
                "rounds=3,mode=fedAsync",
                "rounds=3,privacy.mechanism=dpSgd,privacy.noiseMultiplier=1",
                "rounds=3,secureAggregation=true,privacy.mechanism=distributed",
            })
    void theRunHasTheEventsOfAnEmbeddedOne(String settings) {
        Scenario scenario = Runs.digits(3).with(settings(settings));
        List<FederationEvent> embedded = Runs.comparable(Runs.log(scenario, 2));

        Runs.assertSame(embedded, Runs.comparable(mixed(scenario, 3)));
        assertEquals(List.of(), List.copyOf(refusals));
    }

    private List<RecordedEvent> mixed(Scenario scenario, int seats) {
        try (RunStore store = RunStore.inMemory();
                Engine engine = Engine.on(store, 2);
                Workshop workshop = engine.open(scenario, plan(seats), watcher)) {
            List<Participant> nodes =
                    IntStream.range(0, seats).mapToObj(_ -> join(workshop.link())).toList();
            workshop.complete().join();
            Federation federation = engine.start(workshop, Drive.UNATTENDED);
            federation.finished().join();
            for (Participant node : nodes) {
                assertEquals("completed", node.finished().join().status());
                node.close();
            }
            return store.events(federation.run());
        }
    }

    private Workshop.Plan plan(int seats) {
        return new Workshop.Plan(seats, 0, false, Duration.ofMinutes(1), home);
    }

    private static Participant join(JoinLink link) {
        return Participant.join(onLoopback(link), NodeIdentity.generate(), "Anna", 1, null, SILENT);
    }

    private static JoinLink onLoopback(JoinLink link) {
        return new JoinLink(
                List.of("127.0.0.1"),
                link.port(),
                link.session(),
                link.pin(),
                link.token(),
                link.expires());
    }

    private static final Participant.Listener SILENT =
            new Participant.Listener() {
                @Override
                public void told(Control.FromHost message) {}

                @Override
                public void connection(@Nullable String gone) {}
            };

    @Test
    void aLinkWithAnotherTokenIsRefusedOnBothSides() {
        try (RunStore store = RunStore.inMemory();
                Engine engine = Engine.on(store, 1);
                Workshop workshop = engine.open(Runs.digits(1), plan(1), watcher)) {
            JoinLink link = onLoopback(workshop.link());
            JoinLink guessed =
                    new JoinLink(
                            link.hosts(),
                            link.port(),
                            link.session(),
                            link.pin(),
                            Token.drawn(new SecureRandom()),
                            link.expires());
            try (Participant node = join(guessed)) {
                assertEquals("the link does not fit; copy the whole link again", refusal(node));
            }
            assertTrue(refusals.contains("the link does not fit; copy the whole link again"));
        }
    }

    @Test
    void aHostWithAnotherCertificateIsNotTalkedTo() {
        try (RunStore store = RunStore.inMemory();
                Engine engine = Engine.on(store, 1);
                Workshop workshop = engine.open(Runs.digits(1), plan(1), watcher)) {
            JoinLink link = onLoopback(workshop.link());
            JoinLink forged =
                    new JoinLink(
                            link.hosts(),
                            link.port(),
                            link.session(),
                            HostCertificate.generate().pin(),
                            link.token(),
                            link.expires());
            try (Participant node = join(forged)) {
                String sentence = refusal(node);
                assertTrue(sentence.contains("is not the one that made the link"), sentence);
            }
            assertTrue(workshop.keys().isEmpty());
        }
    }

    private static String refusal(Participant node) {
        CompletionException refused =
                assertThrows(CompletionException.class, () -> node.finished().join());
        return refused.getCause() instanceof FrameException sentence
                ? String.valueOf(sentence.getMessage())
                : refused.toString();
    }

    @ParameterizedTest
    @CsvSource({
        "9,rounds=1,--nodes: 9 of 8 nodes",
        "0,rounds=1,--nodes: 0 of 8 nodes",
        "1,topology.kind=ring,topology.kind",
        "1,encryption=bfv,encryption",
        "1,personal.kind=ditto,personal.kind",
        "8,'attack.kind=signFlip,attack.clients=1',attack.clients",
    })
    void whatCannotBeIsRefusedBeforeTheDoorOpens(int seats, String settings, String key) {
        Scenario scenario = BuiltInScenarios.open("digits").with(settings(settings));
        try (RunStore store = RunStore.inMemory();
                Engine engine = Engine.on(store, 1)) {
            String sentence =
                    String.valueOf(
                            assertThrows(
                                            BadInputException.class,
                                            () -> engine.open(scenario, plan(seats), watcher))
                                    .getMessage());
            assertTrue(sentence.contains(key), sentence);
        }
    }

    private static Map<String, String> settings(String text) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (String each : text.split(",")) {
            settings.put(
                    each.substring(0, each.indexOf('=')), each.substring(each.indexOf('=') + 1));
        }
        return settings;
    }
}
