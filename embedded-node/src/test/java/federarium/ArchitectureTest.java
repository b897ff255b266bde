package federarium;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import federarium.scenario.Attack;
import federarium.scenario.Scenario;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The folders of the engine, what each may import, and why the arrows point one way. */
class ArchitectureTest {
    private static final JavaClasses ENGINE =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("federarium");

    /** A folder with all below it, which other folders it may import, and the reason. */
    record Folder(String name, String because, String... imports) {
        String[] allowed() {
            return Stream.concat(Stream.of(name), Stream.of(imports))
                    .map(ArchitectureTest::folder)
                    .toArray(String[]::new);
        }

        @Override
        public String toString() {
            return imports.length == 0
                    ? name + " imports nothing"
                    : name + " imports only " + String.join(", ", imports);
        }
    }

    static final List<Folder> LAYOUT =
            List.of(
                    new Folder("event", "a log must be readable without the engine that wrote it"),
                    new Folder("scenario", "a scenario can be checked before anything exists"),
                    new Folder(
                            "update",
                            "what travels knows neither its sender nor its receiver; to compress"
                                    + " it takes draws",
                            "random"),
                    new Folder("random", "every draw, wherever it is made, comes from here"),
                    new Folder("topology", "a graph and its mixing weights are mathematics"),
                    new Folder(
                            "device",
                            "a simulated machine has a speed and a price, and knows no rounds",
                            "scenario",
                            "random"),
                    new Folder(
                            "data",
                            "rows are there before anybody trains on them",
                            "scenario",
                            "random"),
                    new Folder(
                            "model",
                            "a model sees rows and parameters, not rounds",
                            "update",
                            "data",
                            "scenario",
                            "random"),
                    new Folder(
                            "client",
                            "a node trains, and adds noise of its own, without knowing who else"
                                    + " there is",
                            "model",
                            "data",
                            "update",
                            "privacy",
                            "scenario",
                            "random"),
                    new Folder(
                            "selection",
                            "who is chosen depends on a draw and on what was sent before",
                            "update",
                            "random"),
                    new Folder(
                            "aggregation",
                            "a rule is a function of updates, whoever trained them on whatever",
                            "update",
                            "random"),
                    new Folder(
                            "privacy",
                            "protection must hold whatever the updates were trained on",
                            "update",
                            "random"),
                    new Folder("identity", "who somebody is does not hang on what is trained"),
                    new Folder("json", "how a record is read is one thing, what it says another"),
                    new Folder(
                            "attack",
                            "a hostile client has its rows and its update and nothing of the"
                                    + " defence",
                            "update",
                            "data",
                            "random"),
                    new Folder(
                            "incentive",
                            "credits follow from updates, never from what a node says of itself",
                            "update",
                            "random"),
                    new Folder(
                            "lab",
                            "whoever is curious has an update, a model and rows that are no"
                                    + " secret, and no federation",
                            "model",
                            "data",
                            "update",
                            "random"),
                    new Folder(
                            "coordinator",
                            "the coordinator sees updates, not rows, models or who lies",
                            "event",
                            "scenario",
                            "device",
                            "update",
                            "random",
                            "data",
                            "selection",
                            "aggregation",
                            "privacy",
                            "incentive",
                            "topology"),
                    new Folder(
                            "transport",
                            "it carries messages and decides nothing",
                            "coordinator",
                            "scenario",
                            "event",
                            "update",
                            "privacy",
                            "identity",
                            "json"),
                    new Folder(
                            "persistence",
                            "what is kept outlives the code that made it",
                            "event",
                            "update",
                            "json"),
                    new Folder(
                            "projection",
                            "live view, replay, report and export fold the same events",
                            "event"));

    @ParameterizedTest
    @FieldSource("LAYOUT")
    void everyFolderImportsOnlyWhatStandsBelowIt(Folder folder) {
        noClasses()
                .that()
                .resideInAPackage(folder(folder.name()))
                .should()
                .dependOnClassesThat(
                        resideInAPackage("federarium..")
                                .and(not(resideInAnyPackage(folder.allowed()))))
                .because(folder.because())
                .allowEmptyShould(true)
                .check(ENGINE);
    }

    @Test
    void everyClassLivesInOneOfTheFolders() {
        String[] known =
                Stream.concat(LAYOUT.stream().map(Folder::name), Stream.of("host"))
                        .map(ArchitectureTest::folder)
                        .toArray(String[]::new);
        classes()
                .should()
                .resideInAnyPackage(known)
                .because("a folder outside the table above would be bound by no rule")
                .check(ENGINE);
    }

    @Test
    void noTwoFoldersImportEachOther() {
        slices().matching("federarium.(**)")
                .should()
                .beFreeOfCycles()
                .because("two folders that need each other are one idea in two places")
                .check(ENGINE);
    }

    @Test
    void theEngineUnderstandsNoCommandLine() {
        noClasses()
                .that()
                .resideOutsideOfPackage(folder("host.command"))
                .should()
                .dependOnClassesThat(resideInAnyPackage(folder("host.command"), "picocli.."))
                .because("the window and the tests start the same engine without a command line")
                .check(ENGINE);
    }

    @Test
    void theCoordinatorCannotSeeWhoLies() {
        noClasses()
                .that()
                .resideInAPackage(folder("coordinator"))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage(folder("attack"), folder("client"), folder("model")))
                .because("a defence that knows the attacker proves nothing, and rows stay at nodes")
                .check(ENGINE);
    }

    /** The scenario is the coordinator's, and tells what hostile nodes do: it must not look. */
    @Test
    void noDefenceAsksTheScenarioWhoLies() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        folder("coordinator"), folder("aggregation"), folder("incentive"))
                .should()
                .dependOnClassesThat(
                        resideInAPackage(folder("attack")).or(belongToAnyOf(Attack.class)))
                .orShould()
                .callMethod(Scenario.class, "attack")
                .because("a rule that is told who lies has found nobody out")
                .check(ENGINE);
    }

    @Test
    void onlyModelDl4jKnowsNd4j() {
        onlyIn("org.nd4j..", "model.dl4j", "a run on the Vector API starts without native code");
        onlyIn(
                "org.deeplearning4j..",
                "model.dl4j",
                "a run on the Vector API starts without native code");
    }

    @Test
    void onlyTransportAndHostKnowVertx() {
        noClasses()
                .that()
                .resideOutsideOfPackages(folder("transport"), folder("host"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.vertx..")
                .because("the round can be stepped by hand, without an event loop")
                .check(ENGINE);
    }

    @Test
    void onlyPersistenceKnowsTheDatabase() {
        onlyIn("java.sql..", "persistence", "where runs are kept can change in one place");
        onlyIn("org.h2..", "persistence", "where runs are kept can change in one place");
    }

    @Test
    void nobodyKnowsTheWindow() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..", "federarium.desktop..")
                .because("the engine runs in a terminal, on a server, in a test")
                .check(ENGINE);
    }

    @Test
    void nobodyDrawsFromUnnamedRandomness() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Random.class, SplittableRandom.class, ThreadLocalRandom.class)
                .orShould()
                .callMethod(Math.class, "random")
                .because(
                        "the same scenario and seed give the same events, bit for bit; noise that"
                                + " protects real rows is SecureRandom's")
                .check(ENGINE);
    }

    @Test
    void theRoundReadsNoClock() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        folder("device"),
                        folder("selection"),
                        folder("aggregation"),
                        folder("incentive"),
                        folder("coordinator"),
                        folder("projection"))
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Clock.class, Instant.class)
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .because("what happens in a round may not depend on when it happens")
                .check(ENGINE);
    }

    @Test
    void theRoundTouchesNeitherFilesNorLogs() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        folder("device"),
                        folder("selection"),
                        folder("aggregation"),
                        folder("incentive"),
                        folder("coordinator"),
                        folder("projection"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.io..", "java.nio.file..", "org.slf4j..")
                .because("rules and rounds are pure: what they know, they return")
                .check(ENGINE);
    }

    private static void onlyIn(String library, String folder, String because) {
        noClasses()
                .that()
                .resideOutsideOfPackage(folder(folder))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .because(because)
                .allowEmptyShould(true)
                .check(ENGINE);
    }

    private static String folder(String name) {
        return "federarium." + name + "..";
    }
}
