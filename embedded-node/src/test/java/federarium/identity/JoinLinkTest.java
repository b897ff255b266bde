package federarium.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JoinLinkTest {
    private static final JoinLink LINK =
            new JoinLink(
                    List.of("192.168.1.5", "fe80::1", "anna.local"),
                    7654,
                    "k3x9",
                    new Pin("A".repeat(43)),
                    new Token("B".repeat(21) + "A"),
                    Instant.ofEpochSecond(1_767_261_600));

    @Test
    void readsWhatItWroteThoughAMailProgramBrokeTheLine() {
        assertEquals(LINK, JoinLink.parse(LINK.text()));
        assertEquals(LINK, JoinLink.parse("  " + LINK.text().replace("&k=", "\r\n &k=") + "\n"));
    }

    @Test
    void readsWhatAChatProgramMadeUnbreakable() {
        String spaced = LINK.text().replace("&", "\u00a0\u200b&");
        assertEquals(LINK, JoinLink.parse("\ufeff" + spaced));
    }

    @Test
    void expiresOnAWholeSecondAsItsTextSays() {
        JoinLink link =
                new JoinLink(
                        LINK.hosts(),
                        LINK.port(),
                        LINK.session(),
                        LINK.pin(),
                        LINK.token(),
                        LINK.expires().plusMillis(999));
        assertEquals(LINK, link);
    }

    @Test
    void theTokenIsNowhereButInTheLink() {
        assertTrue(LINK.text().contains(LINK.token().text()));
        assertFalse(LINK.toString().contains(LINK.token().text()));
    }

    @Test
    void drawsAnotherTokenEachTime() {
        SecureRandom random = new SecureRandom();
        Token token = Token.drawn(random);
        assertNotEquals(token, Token.drawn(random));
        assertEquals(token, new Token(token.text()));
    }

    @ParameterizedTest
    @CsvSource({
        "federarium://join?,http://join?,begins with federarium://join?",
        "&p=7654,'',lacks its part p=",
        "&p=7654,&p=0,1 to 65535",
        "&p=7654,&p=70000,1 to 65535",
        "&p=7654,&p=x,no number",
        "&p=7654,&p=1&p=2,one twice",
        "&p=7654,&p=7654&z=1,that none has",
        "&k=A,&k=,not 32 bytes",
        "&t=B,&t=,not 16 bytes",
        "h=192.168.1.5,h=<script>,no address",
        "'h=192.168.1.5,','h=,',no address",
        "s=k3x9,s=K/3,session",
        "&x=,&x=-,no number",
    })
    void whatIsWrongIsSaid(String part, String by, String reason) {
        String broken = LINK.text().replace(part, by);
        String sentence =
                String.valueOf(
                        assertThrows(IllegalArgumentException.class, () -> JoinLink.parse(broken))
                                .getMessage());
        assertTrue(sentence.contains(reason), sentence);
        assertFalse(sentence.contains("BBBB"), sentence);
    }

    @Test
    void moreAddressesThanAMachineHasAreRefused() {
        String broken = LINK.text().replace("h=", "h=" + "::1,".repeat(14));
        String sentence =
                String.valueOf(
                        assertThrows(IllegalArgumentException.class, () -> JoinLink.parse(broken))
                                .getMessage());
        assertEquals("the link names 17 addresses; allowed: 1 to 16", sentence);
    }

    @Test
    void aNovelIsNoLink() {
        String sentence =
                String.valueOf(
                        assertThrows(
                                        IllegalArgumentException.class,
                                        () -> JoinLink.parse("x".repeat(5000)))
                                .getMessage());
        assertTrue(sentence.contains("up to 2000"), sentence);
    }
}
