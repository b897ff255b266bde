package federarium.desktop;

import federarium.host.Federation;
import federarium.scenario.Scenario;

/** Who is told what became of a wish. */
interface Audience {
    void opening(String title);

    void opened(Federation federation, Scenario scenario);

    /**
     * @param stillRunning whether the run before goes on
     */
    void refused(String sentence, boolean stillRunning);

    /** Runs can't be kept, so none has begun. */
    void unkept(String sentence);

    /**
     * The run broke off without its log being told.
     *
     * @param unkept whether it was because it can't be kept any longer
     */
    void brokeOff(String run, String sentence, boolean unkept);
}
