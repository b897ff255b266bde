package federarium.event;

/** The five steps of a round, in order; a paced run waits at the boundary before each. */
public enum Step {
    CHOOSE_AND_SEND,
    TRAIN,
    PROTECT_AND_SEND,
    COMBINE,
    TEST_AND_REWARD
}
