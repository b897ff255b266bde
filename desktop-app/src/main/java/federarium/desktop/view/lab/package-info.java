/** The attack lab: what updates tell, and what hostile nodes can do. */
@NullMarked
package federarium.desktop.view.lab;

import org.jspecify.annotations.NullMarked;
