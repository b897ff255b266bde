/**
 * Secure aggregation: the coordinator learns the sum of the nodes' vectors and no single one.
 * {@link federarium.privacy.secagg.SecAggClient} and {@link federarium.privacy.secagg.SecAggServer}
 * are the two sides of one round, pure state machines that turn messages into messages.
 */
@NullMarked
package federarium.privacy.secagg;

import org.jspecify.annotations.NullMarked;
