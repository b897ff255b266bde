/** Records as JSON, read strictly: what is missing, unknown or of another kind is refused. */
@NullMarked
package federarium.json;

import org.jspecify.annotations.NullMarked;
