package federarium.transport.lobby;

import java.time.Instant;

/**
 * What a lobby lets in.
 *
 * @param session that the link names
 * @param token that the link holds, in base64url
 * @param expires until when newcomers may use the link
 * @param seats for nodes of other machines
 * @param approval whether somebody looks at everyone first
 */
public record Terms(String session, String token, Instant expires, int seats, boolean approval) {

    @Override
    public String toString() {
        return "Terms[session=%s, seats=%d, approval=%s]".formatted(session, seats, approval);
    }
}
