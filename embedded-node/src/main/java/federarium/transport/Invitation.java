package federarium.transport;

import federarium.coordinator.CoordinatorCommand.CollectSum;
import federarium.coordinator.SumTerms;
import java.util.List;

/**
 * Asks a node to hand in its update of a round, hidden.
 *
 * @param clients who takes part, in client order
 */
public record Invitation(int round, List<Integer> clients, SumTerms terms) {

    static Invitation of(CollectSum command) {
        return new Invitation(command.round(), command.clients(), command.terms());
    }
}
