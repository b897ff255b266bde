@NullMarked
package federarium.persistence;

import org.jspecify.annotations.NullMarked;
