/** What a run is to do: the keys of a scenario, read from YAML into records. */
@NullMarked
package federarium.scenario;

import org.jspecify.annotations.NullMarked;
