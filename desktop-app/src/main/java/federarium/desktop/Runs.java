package federarium.desktop;

import federarium.host.Damage;
import federarium.host.Exhibit;
import federarium.host.Federation;
import federarium.scenario.BadInputException;
import federarium.scenario.Scenario;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where runs come from. All that begin wait before their next round; beginning takes as long as
 * loading data does, and throws {@link BadInputException} if the scenario and its data do not go
 * together, {@link federarium.persistence.StorageException} if runs can't be kept.
 */
public interface Runs extends AutoCloseable {

    /** The names of the scenarios to pick from, the default one first. */
    List<String> names();

    /**
     * The scenario of that name.
     *
     * @throws BadInputException if it can't be read
     */
    Scenario open(String name);

    /** Begins a run. */
    Federation start(Scenario scenario);

    /**
     * A run that was broken off.
     *
     * @param title its scenario's title, or the scenario's name where the title isn't known
     * @param round the last round that it closed
     */
    record Interrupted(String run, String title, int round, int rounds, Instant begun) {}

    /** The newest run that was broken off, if there is one. */
    Optional<Interrupted> interrupted();

    /** Goes on with a run that was broken off. */
    Federation resume(String run);

    /** Begins a run that shares a run's rounds through that one, and then changes some settings. */
    Federation fork(String run, int round, Map<String, String> changes);

    /** A node's update of a run, with some settings changed. */
    Exhibit exhibit(String run, int round, String node, Map<String, String> changes);

    /** What hostile nodes would do to a run from that round on. */
    Damage damage(String run, int round);

    /** The settings that a run has come to, with all changes in its log. */
    Scenario acting(Federation federation);

    /** From now on runs end with the process; those that were kept stay as they are. */
    void keepInMemory();

    /** Goes on in memory with a run that could not be kept any longer. */
    Federation resumeInMemory(String run);

    /** Frees what is held; the next run opens it anew. */
    @Override
    void close();
}
