package federarium.transport.lobby;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import federarium.transport.lobby.Guest.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LobbyTest {
    private static final Instant NOW = Instant.parse("2026-01-01T10:00:00Z");
    private static final Instant LATER = NOW.plus(Duration.ofHours(3));

    private final Lobby lobby = lobby(false);

    private static Lobby lobby(boolean approval) {
        return new Lobby(new Terms("k3x9", "token", NOW.plus(Duration.ofHours(2)), 2, approval));
    }

    @Test
    void seatsAreTakenInTheOrderInWhichNodesCome() {
        assertEquals(new Verdict.Seated(0), hello(lobby, "anna"));
        assertEquals(new Verdict.Seated(1), hello(lobby, "ben"));
        refused(hello(lobby, "cleo"), "all 2 seats are taken");
    }

    @Test
    void aWrongTokenIsRefusedAndAfterFiveTheAddressWaitsAMinute() {
        for (int i = 0; i < 5; i++) {
            refused(lobby.hello("anna", "Anna", "k3x9", "guess" + i, "a", NOW), "does not fit");
        }
        refused(lobby.hello("anna", "Anna", "k3x9", "token", "a", NOW), "wait a minute");
        assertEquals(new Verdict.Seated(0), lobby.hello("ben", "Ben", "k3x9", "token", "b", NOW));
        assertEquals(
                new Verdict.Seated(1),
                lobby.hello("anna", "Anna", "k3x9", "token", "a", NOW.plusSeconds(60)));
    }

    @Test
    void tenThousandWrongTokensLeaveTheLobbyAsItWas() {
        for (int i = 0; i < 10_000; i++) {
            lobby.hello("x" + i, "X", "k3x9", "guess", "address " + i, NOW);
        }
        assertTrue(lobby.guests().isEmpty());
        assertEquals(new Verdict.Seated(0), hello(lobby, "anna"));
    }

    @Test
    void anotherSessionIsRefused() {
        refused(lobby.hello("anna", "Anna", "other", "token", "a", NOW), "does not fit");
    }

    @Test
    void whoHadASeatGetsItBackThoughTheLinkHasExpiredAndTheLobbyIsLocked() {
        hello(lobby, "anna");
        hello(lobby, "ben");
        lobby.away("ben");
        lobby.lock(true);
        assertEquals(new Verdict.Seated(1), lobby.hello("ben", "Ben", "k3x9", "token", "b", LATER));
    }

    @Test
    void newcomersAreRefusedOnceTheLinkHasExpiredOrTheLobbyIsLockedOrTheRunHasBegun() {
        refused(lobby.hello("anna", "Anna", "k3x9", "token", "a", LATER), "expired");
        lobby.lock(true);
        refused(hello(lobby, "anna"), "locked");
        lobby.lock(false);
        lobby.begin();
        refused(hello(lobby, "anna"), "has begun");
    }

    @Test
    void whereApprovalIsAskedForASeatComesWithIt() {
        Lobby careful = lobby(true);
        assertEquals(new Verdict.Asked(), hello(careful, "anna"));
        assertEquals(new Verdict.Asked(), hello(careful, "ben"));
        assertEquals(Optional.of(0), careful.approve("ben"));
        assertEquals(Optional.empty(), careful.approve("ben"));
        assertEquals(Optional.empty(), careful.approve("nobody"));
        assertEquals(Optional.of(1), careful.approve("anna"));
    }

    @Test
    void whoLeavesWhileAskingIsForgotten() {
        Lobby careful = lobby(true);
        hello(careful, "anna");
        careful.away("anna");
        assertTrue(careful.guests().isEmpty());
    }

    @Test
    void whoIsRemovedLeavesItsSeatAndMayAskAgainAndWhoIsBlockedMayNot() {
        hello(lobby, "anna");
        hello(lobby, "ben");
        lobby.remove("anna");
        assertEquals(new Verdict.Seated(0), hello(lobby, "anna"));
        lobby.block("anna");
        refused(hello(lobby, "anna"), "blocked");
        assertEquals(new Verdict.Seated(0), hello(lobby, "cleo"));
    }

    @Test
    void isCompleteWhenEverySeatCanTrain() {
        hello(lobby, "anna");
        hello(lobby, "ben");
        lobby.ready("anna", 30);
        assertFalse(lobby.isComplete());
        lobby.ready("ben", 40);
        assertTrue(lobby.isComplete());
        lobby.away("ben");
        assertFalse(lobby.isComplete());
        assertEquals(State.AWAY, lobby.guest("ben").orElseThrow().state());
    }

    @Test
    void aRunThatGoesOnKnowsItsNodesAndNobodyElse() {
        hello(lobby, "anna");
        lobby.ready("anna", 30);
        Lobby again = Lobby.again(new Terms("k3x9", "token", NOW, 2, false), lobby.guests());
        assertEquals(new Verdict.Seated(0), again.hello("anna", "A", "k3x9", "token", "a", LATER));
        refused(again.hello("ben", "Ben", "k3x9", "token", "b", NOW), "has begun");
    }

    private static Verdict hello(Lobby lobby, String key) {
        return lobby.hello(key, key, "k3x9", "token", "address of " + key, NOW);
    }

    private static void refused(Verdict verdict, String part) {
        String reason = assertInstanceOf(Verdict.Refused.class, verdict).reason();
        assertTrue(reason.contains(part), reason);
    }
}
