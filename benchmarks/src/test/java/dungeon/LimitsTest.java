package dungeon;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dungeon.ingest.config.IngestLimits;
import dungeon.queries.config.QueriesLimits;
import dungeon.schemas.topics.FieldBounds;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The page of all limits says what the code has, and all of it. */
class LimitsTest {
    private static final Path PAGE = Path.of("..", "docs", "limits.md");
    private static final Pattern ROW = Pattern.compile("^\\| `([\\w.-]+)` \\| ([^|]+?) \\|", Pattern.MULTILINE);
    private static final String INGEST = "dungeon.ingest.limits.";

    /** Where strangers' input is judged. */
    private static final String[] JUDGES = {
        "dungeon.lobby",
        "dungeon.robots.decide.map",
        "dungeon.tictactoe.decide",
        "dungeon.platform.streams.admission",
        "dungeon.schemas.topics",
        "dungeon.players.practice",
        "dungeon.players.rooms"
    };

    private static final Map<String, String> ROWS = rows();
    private static final Map<String, JavaClass> CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dungeon").stream()
                    .filter(type ->
                            type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                    .collect(Collectors.toMap(JavaClass::getSimpleName, type -> type, (one, other) -> one));

    @Test
    void namesEachLimitOfTheIngestWithItsDefault() {
        Map<String, String> settings = new TreeMap<>();
        for (RecordComponent component : IngestLimits.class.getRecordComponents()) {
            String name = component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
            settings.put(INGEST + name, defaultOf(component));
        }

        assertThat(rowsLike(Pattern.quote(INGEST) + ".*")).isEqualTo(settings);
    }

    @Test
    void namesEachLimitOfTheQueriesWithItsDefault() {
        Map<String, String> settings = new TreeMap<>();
        QueriesLimits.defaults().forEach((name, value) -> settings.put(name, value.toString()));

        assertThat(rowsLike("(?!dungeon)[a-z.]+")).isEqualTo(settings);
    }

    @Test
    void namesEachBoundOfTheRulesWithItsValue() throws ReflectiveOperationException {
        Map<String, String> constants = new TreeMap<>();
        for (String row : rowsLike("[A-Z]\\w*\\.[A-Z_]+").keySet()) {
            String[] parts = row.split("\\.", 2);
            assertThat(CLASSES).containsKey(parts[0]);
            constants.put(
                    row, value(Class.forName(CLASSES.get(parts[0]).getName()).getDeclaredField(parts[1])));
        }
        for (JavaClass type : CLASSES.values()) {
            if (Arrays.asList(JUDGES).contains(type.getPackageName())) {
                for (Field field : Class.forName(type.getName()).getDeclaredFields()) {
                    if (isMaximum(field) || isOfPlayers(type, field)) {
                        constants.put(type.getSimpleName() + "." + field.getName(), value(field));
                    }
                }
            }
        }

        assertThat(rowsLike("[A-Z]\\w*\\.[A-Z_]+")).isEqualTo(constants);
    }

    private static boolean isOfPlayers(JavaClass type, Field field) {
        return List.of("LobbyLimits", "TicTacToeLimits").contains(type.getSimpleName())
                && Modifier.isStatic(field.getModifiers());
    }

    private static boolean isMaximum(Field field) {
        return Modifier.isStatic(field.getModifiers())
                && field.getName().contains("MAXIMUM")
                && (field.getType() == int.class || field.getType() == long.class);
    }

    private static String value(Field field) throws ReflectiveOperationException {
        field.setAccessible(true);
        Object value = field.get(null);
        return value instanceof FieldBounds bounds
                ? "%d to %d".formatted(bounds.minimum(), bounds.maximum())
                : value.toString();
    }

    private static String defaultOf(RecordComponent component) {
        return Arrays.stream(IngestLimits.class.getDeclaredConstructors()[0].getParameters())
                .filter(parameter -> parameter.getName().equals(component.getName()))
                .map(parameter -> parameter.getAnnotation(DefaultValue.class).value()[0])
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> rowsLike(String pattern) {
        Map<String, String> rows = new TreeMap<>(ROWS);
        rows.keySet().removeIf(name -> !name.matches(pattern));
        return rows;
    }

    private static Map<String, String> rows() {
        try {
            return ROW.matcher(Files.readString(PAGE))
                    .results()
                    .collect(Collectors.toMap((MatchResult row) -> row.group(1), row -> row.group(2)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
