package federarium.host;

import federarium.coordinator.Reckoning;
import federarium.event.FederationEvent;
import federarium.event.PrivacyEvent.PrivacySpent;
import federarium.event.PrivacyEvent.Spending;
import federarium.event.PrivacyEvent.SpendingCarried;
import federarium.event.RecordedEvent;
import federarium.host.Engine.Drive;
import federarium.persistence.RunStore;
import federarium.privacy.accounting.Accountant;
import federarium.privacy.accounting.Charge;
import federarium.privacy.accounting.Ledger;
import federarium.scenario.Privacy;
import federarium.scenario.Scenario;
import federarium.scenario.ScenarioDocument;
import federarium.scenario.ScenarioReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Two small clinics' rows in a file of their own, and runs on them. */
final class Clinics {
    private Clinics() {}

    /** Ten rows of clinic A and twenty of B; another spoonful makes it another file. */
    static Path file(Path folder, String name, int spoonful) throws IOException {
        StringBuilder csv = new StringBuilder("clinic,x,y\n");
        for (int row = 0; row < 30; row++) {
            csv.append(row < 10 ? 'A' : 'B')
                    .append(',')
                    .append(row % 7 + spoonful)
                    .append(',')
                    .append(row % 2)
                    .append('\n');
        }
        return Files.writeString(folder.resolve(name), csv);
    }

    /** Four rounds in which each step of a node is noised; 10 rows a step. */
    static Scenario scenario(Path file) {
        return ScenarioReader.read(
                ScenarioDocument.parse(
                        "clinics.yaml",
                        """
                        name: clinics
                        data: {file: %s, label: y, client: clinic, partition: {kind: natural}}
                        model: {kind: logistic}
                        privacy: {mechanism: dpSgd, noiseMultiplier: 4, delta: 0.01}
                        yardsticks: never
                        rounds: 4
                        """
                                .formatted(file)));
    }

    /** Runs it to its end and returns its id. */
    static String run(Engine engine, Scenario scenario) {
        Federation federation = engine.start(scenario, Drive.UNATTENDED);
        federation.finished().join();
        return federation.run();
    }

    /** What a node was charged by all of a log. */
    static Ledger ledger(RunStore store, String run, String node) {
        return ledger(store, run, node, FederationEvent.class);
    }

    /** What a node was charged by a log's events of one kind. */
    static Ledger ledger(
            RunStore store, String run, String node, Class<? extends FederationEvent> kind) {
        Ledger ledger = Ledger.EMPTY;
        for (RecordedEvent each : store.events(run)) {
            for (Spending spending : spendings(each.event(), kind)) {
                if (spending.nodes().contains(node)) {
                    Charge charge = new Charge(spending.noise(), spending.rate());
                    ledger = ledger.plus(charge, spending.steps());
                }
            }
        }
        return ledger;
    }

    private static List<Spending> spendings(
            FederationEvent event, Class<? extends FederationEvent> kind) {
        if (!kind.isInstance(event)) {
            return List.of();
        }
        return switch (event) {
            case PrivacySpent spent -> spent.spendings();
            case SpendingCarried carried -> carried.spendings();
            default -> List.of();
        };
    }

    /** ε of all that a ledger holds, as these runs reckon it. */
    static double epsilon(Ledger ledger) {
        Privacy privacy =
                new Privacy(
                        Privacy.Mechanism.DP_SGD,
                        new Privacy.Clipping(1, null),
                        4,
                        .01,
                        null,
                        Privacy.Accountant.RDP);
        return new Reckoning(privacy, new Accountant()).epsilon(ledger);
    }

    /** ε of a node at the end of a run. */
    static double epsilon(RunStore store, String run, String node) {
        Double epsilon = Runs.fold(store.events(run)).nodes().get(node).epsilon();
        return Objects.requireNonNull(epsilon);
    }
}
