package federarium.persistence;

/** How far a run has come. */
public enum RunState {
    /** This process is working on it. */
    RUNNING,
    /** It reached its last round. */
    COMPLETED,
    /** It was stopped, or its process died; it can be resumed. */
    INTERRUPTED,
    /** It could not go on. */
    FAILED
}
