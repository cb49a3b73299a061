package dungeon.standalone.bots;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** A player that others are to learn from must not have what they have not. */
class PlayersKnowledgeTest {
    private static final String PLAYER = "dungeon.standalone.bots.player..";
    private static final String TEMPERS = "dungeon.standalone.bots.tempers..";

    private final JavaClasses bots = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dungeon.standalone.bots");

    @Test
    void playersThinkWithNothingButTheRecordsOnTheWire() {
        classes()
                .that()
                .resideInAnyPackage(PLAYER, TEMPERS)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        PLAYER,
                        TEMPERS,
                        "dungeon.schemas",
                        "java.lang..",
                        "java.util..",
                        "java.nio",
                        "java.time",
                        "org.apache.avro.specific",
                        "org.slf4j")
                .check(bots);
    }

    @Test
    void playersHaveNoClock() {
        noClasses()
                .that()
                .resideInAnyPackage(PLAYER, TEMPERS)
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.util.UUID.class, "randomUUID")
                .check(bots);
    }
}
