package federarium.coordinator;

import federarium.scenario.Training;

/**
 * A client that was sent a model, where clients don't wait for each other.
 *
 * @param number of all dispatches of the run, from 1: names the client's random streams
 * @param round in which it was sent the model that the round before had made
 * @param started virtual second of the run
 * @param arrives virtual second at which its update will be there
 * @param training that it was sent with
 * @param seed of its streams
 */
record Dispatch(
        int number,
        int client,
        int round,
        double started,
        double arrives,
        Training training,
        long seed) {

    /** The version of the model that it trains: the round that made it. */
    int version() {
        return round - 1;
    }
}
