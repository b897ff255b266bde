/** Curves over rounds, drawn on canvases. */
@NullMarked
package federarium.desktop.view.charts;

import org.jspecify.annotations.NullMarked;
