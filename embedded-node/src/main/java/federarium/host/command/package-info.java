/** The command line: one class a command, all over the same engine as the window. */
@NullMarked
package federarium.host.command;

import org.jspecify.annotations.NullMarked;
