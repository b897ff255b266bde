package federarium.host;

import com.fasterxml.jackson.databind.json.JsonMapper;
import federarium.identity.PrivateFile;
import federarium.json.StrictJson;
import federarium.scenario.BadInputException;
import federarium.transport.lobby.Guest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What opens a run's door again for the nodes that were in it: {@code doors/RUN.json} in the home.
 * It lies beside the run store and not in it, because a run is exported and its token is nobody
 * else's business.
 *
 * @param expires until when the link lets newcomers in, in seconds since 1970
 * @param port on which the nodes will call again
 * @param patience how long a node may take for an answer, in milliseconds
 * @param epoch which life of the coordinator has the door, from 1
 */
record KeptDoor(
        String session,
        String token,
        long expires,
        int port,
        boolean approval,
        long patience,
        long epoch,
        List<Place> places) {
    private static final JsonMapper JSON = StrictJson.builder().build();

    /** A seat and who has it. */
    record Place(int seat, String key, String name, int examples) {

        Guest guest() {
            return new Guest(key, name, "", Guest.State.AWAY, seat, examples);
        }
    }

    private static Path file(Path home, String run) {
        return home.resolve("doors").resolve(run + ".json");
    }

    /**
     * That of a run, or nothing where it had none or is over.
     *
     * @throws BadInputException if it is damaged
     */
    static Optional<KeptDoor> of(Path home, String run) {
        Path file = file(home, run);
        try {
            return Files.exists(file)
                    ? Optional.of(JSON.readValue(Files.readAllBytes(file), KeptDoor.class))
                    : Optional.empty();
        } catch (IOException e) {
            throw new BadInputException(
                    file
                            + ": cannot be read; without it the run goes on with simulated nodes"
                            + " only: federarium resume --alone "
                            + run,
                    e);
        }
    }

    void keep(Path home, String run) {
        Path file = file(home, run);
        try {
            byte[] json = JSON.writeValueAsBytes(this);
            PrivateFile.write(file, out -> out.write(json));
        } catch (IOException e) {
            throw new BadInputException(
                    file + ": cannot be written; the run could not be resumed with its nodes", e);
        }
    }

    static void forget(Path home, String run) {
        try {
            Files.deleteIfExists(file(home, run));
        } catch (IOException e) {
            // What stays behind opens no door: the run is over.
        }
    }

    @Override
    public String toString() {
        return "KeptDoor[session=%s, port=%d, epoch=%d]".formatted(session, port, epoch);
    }
}
