/** What outlives a process: the event log, the checkpoints and the list of runs. */
@NullMarked
package federarium.persistence;

import org.jspecify.annotations.NullMarked;
