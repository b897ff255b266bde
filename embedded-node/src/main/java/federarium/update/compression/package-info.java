/** Updates made smaller for their journey: one file a method. */
@NullMarked
package federarium.update.compression;

import org.jspecify.annotations.NullMarked;
