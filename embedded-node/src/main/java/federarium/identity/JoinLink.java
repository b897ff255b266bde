package federarium.identity;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a node has to know to join, as a link that fits into a QR code: {@code
 * federarium://join?h=192.168.1.5,10.0.0.3&p=7654&s=k3x9&k=PIN&t=TOKEN&x=1767261600}.
 *
 * @param hosts addresses at which the coordinator may be reached, the likeliest first
 * @param session which the lobby has
 * @param pin of the coordinator's certificate
 * @param expires until when it lets newcomers in; cut to whole seconds
 */
public record JoinLink(
        List<String> hosts, int port, String session, Pin pin, Token token, Instant expires) {
    private static final String START = "federarium://join?";
    private static final int LONGEST = 2000;
    private static final int MOST_HOSTS = 16;
    private static final List<String> KEYS = List.of("h", "p", "s", "k", "t", "x");

    /**
     * @throws IllegalArgumentException if a part is none, with a sentence
     */
    public JoinLink {
        hosts = List.copyOf(hosts);
        if (hosts.isEmpty() || hosts.size() > MOST_HOSTS) {
            throw new IllegalArgumentException(
                    "the link names %d addresses; allowed: 1 to %d"
                            .formatted(hosts.size(), MOST_HOSTS));
        }
        for (String host : hosts) {
            if (!host.matches("[A-Za-z0-9.:_-]{1,253}")) {
                throw new IllegalArgumentException(
                        "the link's h= holds something that is no address");
            }
        }
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException(
                    "the link's port is %d; allowed: 1 to 65535".formatted(port));
        }
        expires = expires.truncatedTo(ChronoUnit.SECONDS);
        if (!session.matches("[a-z0-9]{1,32}")) {
            throw new IllegalArgumentException("the link's session (s=) has letters that none has");
        }
    }

    /**
     * Reads a link, with whatever white space, seen or unseen, a mail program put into it.
     *
     * @throws IllegalArgumentException if it is none, with a sentence that says what is wrong
     */
    public static JoinLink parse(String text) {
        String link =
                text.length() > 2 * LONGEST ? text : text.replaceAll("[\\s\\p{Z}\\p{Cf}]", "");
        if (link.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "a join link has up to %d letters; this has %d"
                            .formatted(LONGEST, link.length()));
        }
        if (!link.startsWith(START)) {
            throw new IllegalArgumentException("this is no join link; one begins with " + START);
        }
        Map<String, String> parts = parts(link.substring(START.length()));
        return new JoinLink(
                List.of(part(parts, "h").split(",", -1)),
                (int) number(parts, "p", 99_999),
                part(parts, "s"),
                new Pin(part(parts, "k")),
                new Token(part(parts, "t")),
                Instant.ofEpochSecond(number(parts, "x", 99_999_999_999L)));
    }

    private static Map<String, String> parts(String query) {
        Map<String, String> parts = new LinkedHashMap<>();
        for (String part : query.split("&", -1)) {
            int sign = part.indexOf('=');
            String key = sign < 0 ? part : part.substring(0, sign);
            if (sign < 0 || !KEYS.contains(key) || parts.containsKey(key)) {
                throw new IllegalArgumentException(
                        "the link has a part that none has, or one twice; copy the whole link");
            }
            parts.put(key, part.substring(sign + 1));
        }
        return parts;
    }

    private static String part(Map<String, String> parts, String key) {
        String part = parts.get(key);
        if (part == null) {
            throw new IllegalArgumentException(
                    "the link lacks its part %s=; copy the whole link".formatted(key));
        }
        return part;
    }

    private static long number(Map<String, String> parts, String key, long most) {
        String text = part(parts, key);
        if (!text.matches("[0-9]{1,11}") || Long.parseLong(text) > most) {
            throw new IllegalArgumentException(
                    "the link's part %s= is no number up to %d".formatted(key, most));
        }
        return Long.parseLong(text);
    }

    /** The whole link, with the token that lets its bearer in. */
    public String text() {
        return START
                + "h=%s&p=%d&s=%s&k=%s&t=%s&x=%d"
                        .formatted(
                                String.join(",", hosts),
                                port,
                                session,
                                pin.text(),
                                token.text(),
                                expires.getEpochSecond());
    }
}
