package federarium.transport;

import federarium.update.Weights;

/** A node's model on its way to a neighbour. */
record PeerModel(int round, int from, Weights model) {}
