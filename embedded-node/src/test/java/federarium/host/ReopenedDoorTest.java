package federarium.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.event.FederationEvent.RoundClosed;
import federarium.event.PrivacyEvent.RoundRestarted;
import federarium.event.RecordedEvent;
import federarium.host.Engine.Drive;
import federarium.identity.JoinLink;
import federarium.identity.NodeIdentity;
import federarium.persistence.RunStore;
import federarium.scenario.BadInputException;
import federarium.scenario.Scenario;
import federarium.transport.lobby.Guest;
import federarium.transport.wire.Control;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hosted runs whose coordinator ends in the middle and lives again. */
class ReopenedDoorTest {
    private static final int ROUNDS = 4;

    @TempDir private Path home;

    private final List<Participant> nodes = new ArrayList<>();

    @AfterEach
    void leave() {
        nodes.forEach(Participant::close);
    }

    /** Four steps into a round, the updates are combined and the nodes know whose were taken. */
    @ParameterizedTest
    @CsvSource({
        "secureAggregation=false, 1",
        "secureAggregation=false, 2",
        "secureAggregation=false, 4",
        "secureAggregation=true, 4",
        "aggregation.rule=scaffold, 2",
        "aggregation.rule=scaffold, 3",
        "aggregation.rule=scaffold, 4",
        "compression.kind=topK, 0",
        "compression.kind=topK, 4",
    })
    void aRunGoesOnWithItsNodesAndEndsWithTheModelOfAnUndisturbedOne(String setting, int steps) {
        Scenario scenario = scenario(setting);
        String run = interrupted(scenario, 2, steps);

        try (RunStore store = RunStore.open(home);
                Engine engine = Engine.on(store, 2);
                Workshop again = engine.reopen(run, home, SILENT_HOST).orElseThrow()) {
            again.complete().join();
            engine.resume(again, Drive.UNATTENDED).finished().join();

            List<RecordedEvent> log = store.events(run);
            assertEquals(hash(Runs.log(scenario, 2)), hash(log));
            assertEquals(
                    steps == 0 ? 0 : 1,
                    log.stream().filter(each -> each.event() instanceof RoundRestarted).count());
            assertEquals(ROUNDS, rounds(log));
        }
        for (Participant node : nodes) {
            assertEquals("completed", node.finished().join().status());
        }
        assertFalse(KeptDoor.of(home, run).isPresent(), "the door of a run that is over is kept");
    }

    private static Scenario scenario(String setting) {
        String[] parts = setting.split("=", 2);
        return Runs.digits(ROUNDS).with(parts[0], parts[1]);
    }

    /** A hosted run that is left after some rounds, and so many steps into the next. */
    private String interrupted(Scenario scenario, int rounds, int steps) {
        try (RunStore store = RunStore.open(home);
                Engine engine = Engine.on(store, 2);
                Workshop workshop = engine.open(scenario, plan(), SILENT_HOST)) {
            join(workshop.link());
            join(workshop.link());
            workshop.complete().join();
            Federation federation = engine.start(workshop, Drive.WATCHED);
            Paced pace = new Paced(federation);
            pace.advance(rounds);
            pace.step(rounds + 1, steps);
            federation.close();
            return federation.run();
        }
    }

    private Workshop.Plan plan() {
        return new Workshop.Plan(2, 0, false, Duration.ofMinutes(1), home);
    }

    private void join(JoinLink link) {
        JoinLink here =
                new JoinLink(
                        List.of("127.0.0.1"),
                        link.port(),
                        link.session(),
                        link.pin(),
                        link.token(),
                        link.expires());
        nodes.add(
                Participant.join(
                        here,
                        NodeIdentity.generate(),
                        "Anna",
                        1,
                        home.resolve("node" + nodes.size()),
                        SILENT_NODE));
    }

    private static String hash(List<RecordedEvent> log) {
        return Runs.fold(log).points().getLast().toString();
    }

    private static long rounds(List<RecordedEvent> log) {
        return log.stream()
                .map(RecordedEvent::event)
                .filter(event -> event instanceof RoundClosed && event.round() > 0)
                .count();
    }

    @Test
    void withoutItsNodesARunGoesOnOnlyIfNothingIsWithThem() {
        String plain = interrupted(scenario("secureAggregation=false"), 1, 2);
        String scaffold = interrupted(scenario("aggregation.rule=scaffold"), 1, 2);

        try (RunStore store = RunStore.open(home);
                Engine engine = Engine.on(store, 2)) {
            engine.resume(plain, Drive.UNATTENDED).finished().join();
            BadInputException refusal =
                    assertThrows(
                            BadInputException.class,
                            () -> engine.resume(scaffold, Drive.UNATTENDED));
            assertTrue(
                    String.valueOf(refusal.getMessage()).contains("goes on with them"),
                    refusal.getMessage());
            assertEquals(
                    hash(Runs.log(scenario("secureAggregation=false"), 2)),
                    hash(store.events(plain)));
        }
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
