package federarium.desktop;

import federarium.host.Federation;
import federarium.scenario.BadInputException;
import federarium.scenario.Scenario;
import java.util.List;

/** Where runs come from. */
public interface Runs extends AutoCloseable {

    /** The names of the scenarios to pick from, the default one first. */
    List<String> names();

    /**
     * The scenario of that name.
     *
     * @throws BadInputException if it can't be read
     */
    Scenario open(String name);

    /**
     * Begins a run that waits before its first round. Takes as long as loading data does.
     *
     * @throws BadInputException if the scenario and its data do not go together
     * @throws federarium.persistence.StorageException if runs can't be kept
     */
    Federation start(Scenario scenario);

    /** From now on runs end with the process; those that were kept stay as they are. */
    void keepInMemory();

    @Override
    void close();
}
