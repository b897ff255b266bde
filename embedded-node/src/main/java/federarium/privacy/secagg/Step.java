package federarium.privacy.secagg;

/** The steps of one round of secure aggregation, in their order. */
public enum Step {
    ADVERTISE_KEYS("advertise keys"),
    SHARE_KEYS("share keys"),
    MASKED_INPUT("masked input"),
    CONSISTENCY("consistency"),
    UNMASKING("unmasking"),
    DONE("done");

    private final String words;

    Step(String words) {
        this.words = words;
    }

    Step next() {
        return values()[ordinal() + 1];
    }

    @Override
    public String toString() {
        return words;
    }
}
