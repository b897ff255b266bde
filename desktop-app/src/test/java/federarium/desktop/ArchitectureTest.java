package federarium.desktop;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The arrows between the folders of the window, each with its reason. */
class ArchitectureTest {
    private static final JavaClasses WINDOW =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("federarium.desktop");

    @Test
    void viewsNeverImportEachOther() {
        slices().matching("federarium.desktop.view.(*)..")
                .should()
                .notDependOnEachOther()
                .because("each view draws the state it is given; the window composes them")
                .check(WINDOW);
    }

    @Test
    void whatViewsAreMadeOfKnowsNoView() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "federarium.desktop.feed..",
                        "federarium.desktop.theme..",
                        "federarium.desktop.text..",
                        "federarium.desktop.control..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("federarium.desktop.view..")
                .because("a view can then be changed or left out without a look at the others")
                .check(WINDOW);
    }

    @Test
    void theSessionKnowsNoView() {
        noClasses()
                .that()
                .haveSimpleName("Session")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("federarium.desktop.view..")
                .because("what runs does not depend on how it is shown")
                .check(WINDOW);
    }

    @Test
    void theWindowSeesTheEngineFromOutside() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "federarium.coordinator..",
                        "federarium.transport..",
                        "federarium.client..",
                        "federarium.model..",
                        "federarium.aggregation..",
                        "federarium.selection..")
                .because("all it shows is a fold over events, never a look into the round")
                .check(WINDOW);
    }

    @Test
    void theWindowKnowsNeitherVertxNorDeeplearning4j() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.vertx..", "org.nd4j..", "org.deeplearning4j..")
                .because("those belong to the engine's transport and models")
                .check(WINDOW);
    }
}
