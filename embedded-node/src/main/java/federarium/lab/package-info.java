/** What somebody curious can learn about rows from what they get to see. */
@NullMarked
package federarium.lab;

import org.jspecify.annotations.NullMarked;
