package dungeon.standalone.secure;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.app.Contexts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;

/** Who may do what, as it stands in the code and in the documentation. */
class RightsTest {
    private static final Path PAGE = Path.of("..", "docs", "secure.md");

    @Test
    void onlyThoseReadCommandsWhoHaveTo() {
        for (var context : Contexts.ALL) {
            assertThat(Set.of("User:topology", "User:audit", "User:game-log"))
                    .containsAll(whoMay(AclOperation.READ, context.commands().name()));
        }
    }

    @Test
    void onlyTheTopologySaysWhatHasHappened() {
        for (var context : Contexts.ALL) {
            assertThat(whoMay(AclOperation.WRITE, context.events().name())).containsExactly("User:topology");
        }
    }

    @Test
    void nobodyMayChangeRightsSettingsOrTopicsOfOthers() {
        Rights.byPrincipal()
                .forEach((principal, rights) -> assertThat(rights).allSatisfy(right -> {
                    assertThat(right.operations())
                            .as(principal)
                            .doesNotContain(AclOperation.ALL, AclOperation.ALTER, AclOperation.ALTER_CONFIGS);
                    assertThat(right.resource().name().equals("*")
                                    && right.resource().resourceType() != ResourceType.GROUP)
                            .as("%s: %s", principal, right)
                            .isFalse();
                }));
    }

    @Test
    void everyRightStandsInTheDocumentationAndNoOther() throws IOException {
        Set<String> rows = Pattern.compile("^\\| `(?:User:)[a-z-]+` \\|.*$", Pattern.MULTILINE)
                .matcher(Files.readString(PAGE))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(rows).isEqualTo(new TreeSet<>(rows()));
    }

    /** What is the same for several resources stands in one row. */
    private static List<String> rows() {
        Map<String, List<String>> resourcesByRow = new LinkedHashMap<>();
        Rights.byPrincipal()
                .forEach((principal, rights) -> rights.forEach(right -> {
                    String kind = right.resource()
                            .resourceType()
                            .name()
                            .toLowerCase(Locale.ROOT)
                            .replace('_', ' ');
                    String operations =
                            right.operations().stream().map(Enum::name).sorted().collect(Collectors.joining(", "));
                    String row = "| `%s` | %s %%s | %s | %s |".formatted(principal, kind, operations, right.reason());
                    boolean isPrefix = right.resource().patternType() == PatternType.PREFIXED;
                    resourcesByRow
                            .computeIfAbsent(row, any -> new ArrayList<>())
                            .add("`%s%s`".formatted(right.resource().name(), isPrefix ? "…" : ""));
                }));
        return resourcesByRow.entrySet().stream()
                .map(row -> row.getKey().formatted(String.join(", ", row.getValue())))
                .toList();
    }

    private static Set<String> whoMay(AclOperation operation, String topic) {
        return Rights.byPrincipal().entrySet().stream()
                .filter(entry -> entry.getValue().stream()
                        .anyMatch(right -> right.resource().name().equals(topic)
                                && right.operations().contains(operation)))
                .map(entry -> entry.getKey())
                .collect(Collectors.toSet());
    }
}
