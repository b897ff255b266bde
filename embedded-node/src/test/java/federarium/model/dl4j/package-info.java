@NullMarked
package federarium.model.dl4j;

import org.jspecify.annotations.NullMarked;
