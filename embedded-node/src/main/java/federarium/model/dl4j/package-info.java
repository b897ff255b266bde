/**
 * Deeplearning4j as an engine: convolutional and imported networks, and the oracle for dense ones.
 * The only package that knows ND4J.
 */
@NullMarked
package federarium.model.dl4j;

import org.jspecify.annotations.NullMarked;
