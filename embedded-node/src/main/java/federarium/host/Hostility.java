package federarium.host;

import federarium.coordinator.Changes;
import federarium.event.FederationEvent;
import federarium.event.FederationEvent.SettingChanged;
import federarium.scenario.Attack;
import federarium.scenario.Scenario;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Who is hostile in which round, for the nodes alone. It is what the scenario says, and what the
 * log says was changed since, so a run that goes on or is forked has the same liars.
 */
final class Hostility {
    private final Scenario scenario;
    private final int nodes;
    private final NavigableMap<Integer, Attack> byFirstRound = new ConcurrentSkipListMap<>();
    private Changes changes;

    /**
     * The hostility of a run.
     *
     * @param scenario as it was created
     * @param changes all that were made since, by now or for later
     */
    Hostility(Scenario scenario, Changes changes, int nodes) {
        this.scenario = scenario;
        this.nodes = nodes;
        this.changes = changes;
        recast();
    }

    /** What is told before a round is done is known to the nodes when it begins. */
    synchronized void heard(List<FederationEvent> events) {
        Changes more = changes.union(Changes.in(events));
        if (!more.equals(changes)) {
            changes = more;
            recast();
        }
    }

    private void recast() {
        TreeMap<Integer, Attack> next = new TreeMap<>();
        next.put(Integer.MIN_VALUE, scenario.attack());
        for (SettingChanged change : changes.inOrder()) {
            if (change.key().startsWith("attack.")) {
                next.put(change.round(), changes.by(change.round()).applied(scenario).attack());
            }
        }
        byFirstRound.putAll(next);
    }

    /** The scenario with every change that was made, those for later rounds too. */
    synchronized Scenario latest() {
        return changes.applied(scenario);
    }

    /** What hostile nodes do in a round, whether or not they have begun. */
    Attack planned(int round) {
        return byFirstRound.floorEntry(round).getValue();
    }

    /** What a node does in a round: nothing hostile, where it is honest. */
    Attack of(int round, int client) {
        Attack attack = planned(round);
        return round >= attack.from() && attack.clients(nodes).contains(client)
                ? attack
                : Attack.NONE;
    }

    /** The attack's nodes, in client order. */
    List<Integer> clients(Attack attack) {
        return attack.clients(nodes).stream().sorted().toList();
    }
}
