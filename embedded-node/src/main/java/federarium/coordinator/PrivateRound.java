package federarium.coordinator;

import federarium.event.FederationEvent;
import java.util.List;

/**
 * Whom a round may ask, and whom it charges, where noise is added; everybody and nobody, where none
 * is.
 *
 * @param attendance who can take part and can still afford it
 * @param sittingOut who cannot afford it
 */
record PrivateRound(int round, Attendance attendance, List<Integer> sittingOut, Charges charges) {

    /**
     * The same whenever it is asked in a round.
     *
     * @param before the books without this round
     */
    static PrivateRound of(int round, Attendance present, Charges charges, Books before) {
        List<Integer> sittingOut = charges.without(present.available(), before);
        return new PrivateRound(round, present.without(sittingOut), sittingOut, charges);
    }

    List<Integer> charged(List<Integer> cohort) {
        return charges.charged(attendance.available(), cohort);
    }

    Books charge(Books before, List<Integer> clients) {
        return charges.charge(before, clients);
    }

    /** What the log says of the charges. */
    List<FederationEvent> events(Books before, Books after, List<Integer> clients) {
        return clients.isEmpty()
                ? List.of()
                : List.of(charges.spent(round, before, after, clients));
    }
}
