package dungeon.players;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** A player that others are to learn from must not have what they have not. */
class PlayersKnowledgeTest {
    private static final String PLAYER = "dungeon.players.game..";
    private static final String STRATEGIES = "dungeon.players.strategies..";

    private final JavaClasses bots = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dungeon.players");

    @Test
    void playersThinkWithNothingButTheRecordsOnTheWire() {
        classes()
                .that()
                .resideInAnyPackage(PLAYER, STRATEGIES)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        PLAYER,
                        STRATEGIES,
                        "dungeon.schemas",
                        "java.lang..",
                        "java.util..",
                        "java.nio",
                        "java.time",
                        "org.apache.avro",
                        "org.apache.avro.specific",
                        "org.slf4j")
                .check(bots);
    }

    @Test
    void playersHaveNoClock() {
        noClasses()
                .that()
                .resideInAnyPackage(PLAYER, STRATEGIES)
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
