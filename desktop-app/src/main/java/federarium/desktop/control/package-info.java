/** Controls that know nothing of federations. */
@NullMarked
package federarium.desktop.control;

import org.jspecify.annotations.NullMarked;
