package dungeon.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The figures of commands as a text file: a line that names a command, and below it a line for each figure, with its name
 * and its value.
 */
final class CostTable {
    static final String HOW_TO_REWRITE = """
            If this is meant, run
              mvn -B -q -pl topology -am test -Dtest=WriteCommandCosts -Dcommand.costs=rewrite -Dsurefire.failIfNoSpecifiedTests=false
            and commit the file; what got dearer is then seen in its difference.
            """;

    private static final String FILE = "command-costs.txt";
    private static final Path SOURCE = Path.of(System.getProperty("basedir", "."), "src/test/resources", FILE);
    private static final String COMMENT = "#";
    private static final String INDENT = "  ";
    private static final String HEADER = """
            # What each command costs: operations on state stores by table, and bytes of records (key, value and headers, as
            # they are written, before compression). CommandCostsTest compares it, and says how it is written anew.
            """;

    private CostTable() {}

    /** The table that is checked in: figures by command, and by name. */
    static Map<String, Map<String, String>> read() throws IOException {
        try (InputStream in = CostTable.class.getResourceAsStream("/" + FILE)) {
            if (in == null) {
                throw new IOException("There is no %s. %s".formatted(SOURCE, HOW_TO_REWRITE));
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    static void write(Map<String, Map<String, String>> costs) throws IOException {
        Files.writeString(SOURCE, format(costs));
    }

    static Map<String, Map<String, String>> parse(String text) {
        Map<String, Map<String, String>> costs = new LinkedHashMap<>();
        Map<String, String> figures = null;
        for (String line : text.lines().toList()) {
            if (line.isBlank() || line.startsWith(COMMENT)) {
                continue;
            }
            if (!line.startsWith(INDENT)) {
                figures = new LinkedHashMap<>();
                costs.put(line.strip(), figures);
            } else if (figures == null) {
                throw new IllegalArgumentException("A figure before any command: " + line);
            } else {
                String[] nameAndValue = line.strip().split("\\s{2,}", 2);
                figures.put(nameAndValue[0], nameAndValue[1]);
            }
        }
        return costs;
    }

    static String format(Map<String, Map<String, String>> costs) {
        StringBuilder text = new StringBuilder(HEADER);
        costs.forEach((command, figures) -> {
            text.append("\n").append(command).append("\n");
            figures.forEach((name, value) -> text.append("%s%-48s  %s%n".formatted(INDENT, name, value)));
        });
        return text.toString();
    }

    /** What is different, a sentence for each figure. */
    static List<String> differences(
            Map<String, Map<String, String>> expected, Map<String, Map<String, String>> actual) {
        List<String> differences = new ArrayList<>();
        for (String command : union(expected.keySet(), actual.keySet())) {
            Map<String, String> before = expected.getOrDefault(command, Map.of());
            Map<String, String> after = actual.getOrDefault(command, Map.of());
            for (String figure : union(before.keySet(), after.keySet())) {
                String old = before.getOrDefault(figure, "none");
                String now = after.getOrDefault(figure, "none");
                if (!old.equals(now)) {
                    differences.add("%s: %s was %s and is %s".formatted(command, figure, old, now));
                }
            }
        }
        return differences;
    }

    private static Set<String> union(Set<String> first, Set<String> second) {
        Set<String> union = new LinkedHashSet<>(first);
        union.addAll(second);
        return union;
    }
}
