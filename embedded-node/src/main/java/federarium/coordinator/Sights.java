package federarium.coordinator;

import federarium.event.PrivacyEvent.Sight;
import federarium.scenario.Concealment;
import federarium.scenario.Privacy.Mechanism;
import federarium.scenario.Rule;
import federarium.scenario.Scenario;
import federarium.scenario.Topology;
import java.util.ArrayList;
import java.util.List;

/** What each kind of message of a scenario shows, and to whom. */
public final class Sights {
    private static final String PLAIN = "plain";
    private static final String SUM = "sum only";
    private static final String NOTHING = "nothing";

    /** Nodes tell it whatever hides their updates. */
    private static final Sight COUNTS =
            new Sight("label counts, and accuracy on a node's rows", PLAIN, NOTHING, PLAIN);

    private static final Sight TRAINED =
            new Sight("training loss, steps and number of examples", PLAIN, NOTHING, PLAIN);

    private Sights() {}

    /** The messages in the order in which they travel. */
    public static List<Sight> of(Scenario scenario) {
        return switch (scenario.topology()) {
            case Topology.Peers _ ->
                    List.of(
                            new Sight("a node's model, to its neighbours", NOTHING, PLAIN, PLAIN),
                            new Sight(
                                    "training loss and number of examples", PLAIN, NOTHING, PLAIN));
            case Topology.Hierarchical _ ->
                    List.of(
                            new Sight("the model", PLAIN, PLAIN, PLAIN),
                            new Sight("an update, to its edge", NOTHING, NOTHING, PLAIN),
                            TRAINED,
                            new Sight("the model of an edge", SUM, NOTHING, SUM),
                            COUNTS);
            case Topology.Star _ -> star(scenario);
        };
    }

    private static List<Sight> star(Scenario scenario) {
        return switch (scenario.concealment()) {
            case NONE -> open(scenario);
            case MASKS -> masked(scenario);
            case BFV, PAILLIER -> encrypted(scenario.concealment());
        };
    }

    private static List<Sight> open(Scenario scenario) {
        Mechanism mechanism = scenario.privacy().mechanism();
        boolean noised = mechanism == Mechanism.LOCAL || mechanism == Mechanism.DP_SGD;
        String update = noised ? "noised" : PLAIN;
        List<Sight> sights = new ArrayList<>();
        sights.add(model(mechanism));
        sights.add(new Sight("an update", update, NOTHING, update));
        sights.add(TRAINED);
        if (scenario.aggregation().rule() instanceof Rule.QFedAvg) {
            sights.add(new Sight("loss of the model on a node's rows", PLAIN, NOTHING, PLAIN));
        }
        if (scenario.aggregation().rule() instanceof Rule.Scaffold) {
            sights.add(new Sight("a node's control variate", PLAIN, NOTHING, PLAIN));
        }
        sights.add(COUNTS);
        return sights;
    }

    private static Sight model(Mechanism mechanism) {
        String seen = mechanism == Mechanism.NONE ? PLAIN : "noised";
        return new Sight("the model", mechanism == Mechanism.CENTRAL ? PLAIN : seen, seen, seen);
    }

    private static List<Sight> masked(Scenario scenario) {
        Mechanism mechanism = scenario.privacy().mechanism();
        boolean noised = mechanism != Mechanism.NONE && mechanism != Mechanism.CENTRAL;
        return List.of(
                model(mechanism),
                new Sight("public keys and signatures", PLAIN, PLAIN, PLAIN),
                new Sight("shares of a node's secrets", "ciphertext", "share", "ciphertext"),
                new Sight("an update", "masked", NOTHING, "masked"),
                new Sight("shares that take masks away", "share", NOTHING, "share"),
                new Sight(
                        "the sum of the updates",
                        noised ? SUM + ", noised" : SUM,
                        NOTHING,
                        noised ? SUM + ", noised" : SUM),
                COUNTS);
    }

    private static List<Sight> encrypted(Concealment concealment) {
        return List.of(
                new Sight("the first model", PLAIN, PLAIN, PLAIN),
                new Sight("an update, under " + concealment, "ciphertext", NOTHING, "ciphertext"),
                new Sight("the sum of the updates", "ciphertext", SUM, "ciphertext"),
                new Sight("the model's accuracy and its hash", PLAIN, PLAIN, PLAIN),
                COUNTS);
    }
}
