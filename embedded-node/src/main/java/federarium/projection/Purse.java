package federarium.projection;

import federarium.event.RewardEvent.Payment;
import org.jspecify.annotations.Nullable;

/**
 * What a node has earned.
 *
 * @param total credits so far, or null where none were ever paid to it
 * @param last what the last round that paid it gave, negative where it cost
 * @param away whether it found that too little and takes no part for now
 */
public record Purse(@Nullable Double total, @Nullable Double last, boolean away) {
    static final Purse EMPTY = new Purse(null, null, false);

    Purse paid(Payment payment) {
        return new Purse(payment.total(), payment.credits(), away);
    }

    Purse away(boolean now) {
        return new Purse(total, last, now);
    }
}
