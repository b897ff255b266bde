package federarium.coordinator;

import java.util.List;

/**
 * Whom a round may ask, and whom it charges, where noise is added; everybody and nobody, where none
 * is.
 *
 * @param attendance who can take part and can still afford it
 * @param sittingOut who cannot afford it
 */
record PrivateRound(Attendance attendance, List<Integer> sittingOut, Charges charges) {

    /**
     * The same whenever it is asked in a round.
     *
     * @param before the books without this round
     */
    static PrivateRound of(Attendance present, Charges charges, Books before) {
        List<Integer> sittingOut = charges.without(present.available(), before);
        return new PrivateRound(present.without(sittingOut), sittingOut, charges);
    }

    List<Integer> charged(List<Integer> cohort) {
        return charges.charged(attendance.available(), cohort);
    }
}
