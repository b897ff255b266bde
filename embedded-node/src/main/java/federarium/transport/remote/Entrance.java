package federarium.transport.remote;

import federarium.identity.HostCertificate;
import java.time.Duration;

/**
 * What a door is made of.
 *
 * @param port to listen on; 0 for any that is free
 * @param largest bytes that a message may have
 * @param patience how long a node may take for an answer
 */
public record Entrance(HostCertificate certificate, int port, int largest, Duration patience) {}
