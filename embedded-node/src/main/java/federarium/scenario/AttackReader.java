package federarium.scenario;

import federarium.scenario.Attack.Deed;
import federarium.scenario.Attack.Seats;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what hostile nodes do, and refuses what cannot be. */
record AttackReader(Keys keys) {
    private static final String CLIENTS = "attack.clients";

    Attack read() {
        Deed deed = deed(keys.text(AttackSettings.KIND));
        return deed instanceof Deed.None
                ? Attack.NONE
                : new Attack(
                        deed, seats(), keys.real("attack.strength"), keys.whole("attack.from"));
    }

    private Deed deed(String kind) {
        return switch (kind) {
            case "none" -> new Deed.None();
            case "labelFlip" -> flip(keys.wholes("attack.flip"));
            case "signFlip" -> new Deed.SignFlip();
            case "gaussian" -> new Deed.Gaussian();
            case "replacement" -> new Deed.Replacement(keys.whole("attack.target"));
            case "backdoor" -> new Deed.Backdoor(keys.whole("attack.target"));
            case "alie" -> new Deed.Alie(real("attack.z"));
            case "ipm" -> new Deed.Ipm();
            case "freeRider" -> new Deed.FreeRider(keys.text("attack.disguised").equals("true"));
            default -> throw new IllegalStateException("no attack is called " + kind);
        };
    }

    private Deed flip(List<Integer> classes) {
        if (classes.isEmpty()) {
            return new Deed.LabelFlip(null, null);
        }
        if (classes.size() != 2 || classes.get(0).equals(classes.get(1))) {
            throw keys.problem(
                    "attack.flip", classes + " is not from one class to another", "such as [1, 7]");
        }
        return new Deed.LabelFlip(classes.get(0), classes.get(1));
    }

    private @Nullable Double real(String key) {
        String given = keys.given(key);
        return given == null ? null : Double.valueOf(given);
    }

    private Seats seats() {
        Value value = keys.document().value(CLIENTS);
        if (value == null || !value.isList()) {
            return new Seats.Last(keys.whole(CLIENTS));
        }
        if (value.items().isEmpty()) {
            throw keys.problem(
                    CLIENTS, "[] is nobody", "a number, ids such as [c03], or attack.kind none");
        }
        Set<Integer> these =
                value.items().stream()
                        .map(id -> new SeatReader(keys).index(CLIENTS, id))
                        .collect(Collectors.toUnmodifiableSet());
        return new Seats.These(these);
    }

    /**
     * Refuses attacks that these nodes, or this kind of federation, do not have.
     *
     * @param clients the number of nodes
     */
    static void check(Scenario scenario, int clients) {
        Attack attack = scenario.attack();
        if (attack.isNone()) {
            return;
        }
        switch (attack.seats()) {
            case Seats.Last(int count) when count > clients ->
                    throw BadInputException.of(
                            CLIENTS,
                            "there are %d nodes, not %d; allowed: 1 to %d"
                                    .formatted(clients, count, clients));
            case Seats.Last _ -> {}
            case Seats.These(Set<Integer> these) -> SeatReader.check(CLIENTS, these, clients);
        }
        boolean averaged =
                !(scenario.topology() instanceof Topology.Peers) && scenario.mode().arrivals() == 0;
        if (attack.deed() instanceof Deed.Replacement && !averaged) {
            throw BadInputException.of(
                    AttackSettings.KIND,
                    "replacement reckons with a round's average, and there is none here; allowed:"
                            + " backdoor, or mode synchronous with a star or a hierarchy");
        }
        boolean whole =
                !(scenario.model() instanceof Scenario.ModelSpec.Dense dense) || dense.isWhole();
        if (attack.colludes() && (!whole || scenario.personal() instanceof PersonalSpec.FedPer)) {
            throw BadInputException.of(
                    AttackSettings.KIND,
                    "hostile nodes that compare their updates must train the same parameters;"
                            + " allowed: signFlip, gaussian, or model.widths [1] and no"
                            + " personal.kind fedPer");
        }
    }

    /**
     * Refuses classes that the data do not have.
     *
     * @param classes how many there are
     */
    static void checkClasses(Attack attack, int classes) {
        Integer target = attack.target();
        if (target != null && target >= classes) {
            throw noSuch("attack.target", target, classes);
        }
        if (attack.deed() instanceof Deed.LabelFlip(Integer of, Integer as)
                && of != null
                && as != null
                && Math.max(of, as) >= classes) {
            throw noSuch("attack.flip", Math.max(of, as), classes);
        }
    }

    private static BadInputException noSuch(String key, int number, int classes) {
        return BadInputException.of(
                key, "there is no class %d; allowed: 0 to %d".formatted(number, classes - 1));
    }
}
