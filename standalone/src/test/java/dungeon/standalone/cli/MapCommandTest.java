package dungeon.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** {@code ./dungeon map}, word for word. */
class MapCommandTest {
    private static final String ZEROS = "0".repeat(64);

    /** Each content has a tile of its own, so that the seed decides about the units alone. */
    private static final String SMALL = """
            {"name": "small", "description": "For a test.", "width": 12, "height": 3, "defaultGravity": "LIGHT",
             "blackHoleDestruction": 250,
             "gravity": [{"area": {"from": [1, 0], "to": [3, 2]}, "level": "MEDIUM"},
                         {"area": {"tiles": [[2, 1], [11, 2]]}, "level": "INTENSE"}],
             "structure": [{"area": {"from": [4, 1], "to": [5, 2]}, "kind": "VOID"}],
             "contents": [{"area": {"tiles": [[0, 0]]}, "kind": "SPACE_STATION", "count": 1},
                          {"area": {"tiles": [[3, 0]]}, "kind": "BLACK_HOLE", "count": 1},
                          {"area": {"tiles": [[6, 0]]}, "kind": "MINE", "count": 1, "resource": "BIO_MATTER", "units": [70, 70]},
                          {"area": {"tiles": [[7, 1]]}, "kind": "MINE", "count": 1, "resource": "CRYO_GAS", "units": [60, 60]},
                          {"area": {"tiles": [[8, 2]]}, "kind": "MINE", "count": 1, "resource": "DARK_MATTER", "units": [50, 50]},
                          {"area": {"tiles": [[9, 1]]}, "kind": "MINE", "count": 1, "resource": "ION_DUST", "units": [40, 40]},
                          {"area": {"tiles": [[11, 2], [10, 2]]}, "kind": "MINE", "count": 2, "resource": "PLASMA_CORE", "units": [30, 30]}],
             "discoveries": [{"area": {"all": true}, "resource": "BIO_MATTER", "whenLeft": 200, "delayMs": 2500, "units": [10, 20], "atMost": 3},
                             {"area": {"all": true}, "resource": "ION_DUST", "whenLeft": 0, "delayMs": 60000, "units": [5, 5], "atMost": 1}]}
            """;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    @Test
    void drawsAMapWithItsLegendAndFigures() throws Exception {
        Path file = write("small.json", SMALL);

        assertThat(map(file.toString())).isZero();

        assertThat(err.toString()).isEmpty();
        assertThat(out.toString()).isEqualToNormalizingNewlines("""
                %s (12 x 3). For a test.
                Seed %s, the default; --seed gives another map

                                      10
                   0 1 2 3 4 5 6 7 8 9 0 1
                2  . : : :#### . .D. .P.P* 2
                1  . : * :#### .C. .I. . . 1
                0 S. : :@: . .B. . . . . . 0
                   0 1 2 3 4 5 6 7 8 9 0 1
                                      10

                gravity  . light  : medium  * intense    ## void    S space station    @ black hole
                mines    B bio matter  C cryo gas  D dark matter  I ion dust  P plasma core

                star systems       32   of 36 tiles; gravity light 22, medium 8, intense 2
                space stations      1
                black holes         1   entering one destroys a robot in 250 of 1000 cases
                mines               6
                  bio matter        1   70 units
                  cryo gas          1   60 units
                  dark matter       1   50 units
                  ion dust          1   40 units
                  plasma core       2   60 units
                discoveries         2
                  bio matter        3   at most, of 10 to 20 units, 2.500 s after 200 of 1000 units or fewer are left
                  ion dust          1   at most, of 5 to 5 units, 60 s after 0 of 1000 units or fewer are left
                """.formatted(file, ZEROS));
    }

    @ParameterizedTest
    @FieldSource("dungeon.schemas.maps.ShippedMaps#NAMES")
    void drawsEveryMapThatShipsByItsName(String name) {
        assertThat(map(name, "--seed", "c0ffee")).isZero();
        assertThat(out.toString())
                .startsWith(name + " (")
                .contains(System.lineSeparator() + "Seed " + "0".repeat(58) + "c0ffee" + System.lineSeparator());
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void theSameSeedGivesTheSamePictureAndAnotherOneAnother() {
        map("medium", "--seed", "1f");
        String first = out.toString();
        out.getBuffer().setLength(0);
        map("medium", "--seed", "0".repeat(62) + "1F");
        assertThat(out.toString()).isEqualTo(first);
        out.getBuffer().setLength(0);
        map("medium", "--seed", "20");
        assertThat(picture(out.toString())).isNotEqualTo(picture(first));
    }

    @Test
    void listsEveryFaultOfTheFormWithItsPlace() throws Exception {
        Path file = write("faulty.json", """
                {"name": "f", "description": 1, "width": 6, "height": 3, "defaultGravity": "LIGHT", "colour": "red",
                 "gravity": [{"area": {"ring": [1]}, "level": "LIGHT"},
                             {"area": {"from": [0, 0], "to": [9, 9]}, "level": "MEDIUM"},
                             {"area": {"ring": [0, 0]}, "level": "INTENSE"}],
                 "structure": [{"area": {"everything": true}, "kind": "WALL"},
                               {"area": {"tiles": [[2, 1]]}, "kind": "VOID"}],
                 "contents": [{"area": {"all": true}, "kind": "MINE", "count": 2},
                              {"area": {"tiles": [[3, 1]]}, "kind": "SPACE_STATION", "count": 1}]}
                """);

        assertThat(map(file.toString())).isEqualTo(1);

        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).isEqualToNormalizingNewlines("""
                %s is faulty:
                  /description must be a string
                  /gravity/0/area/ring must be a pair of numbers
                  /structure/0/area/everything is no field of Area
                  /structure/0/kind must be one of STAR_SYSTEM, VOID
                  /colour is no field of MapType
                """.formatted(file));
    }

    @Test
    void listsWhatAMapOfSoundFormSaysWrong() throws Exception {
        Path file = write("crowded.json", """
                {"name": "crowded", "width": 5, "height": 2, "defaultGravity": "LIGHT",
                 "structure": {"area": {"from": [2, 0], "to": [2, 1]}, "kind": "VOID"},
                 "contents": [{"area": {"from": [0, 0], "to": [1, 1]}, "kind": "MINE", "count": 4, "resource": "BIO_MATTER", "units": [5, 5]},
                              {"area": {"all": true}, "kind": "SPACE_STATION", "count": 5}]}
                """);

        assertThat(map(file.toString())).isEqualTo(1);

        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).isEqualToNormalizingNewlines("""
                %s is faulty:
                  /contents/1/count is 5, but only 4 star systems of the area are sure to be empty
                  /contents/1 can place a space station from which no bio matter mine is reachable without crossing a black hole
                """.formatted(file));
    }

    @Test
    void drawsNothingWithoutASize() throws Exception {
        Path file = write(
                "flat.json", "{\"name\": \"flat\", \"width\": 300, \"height\": 2, \"defaultGravity\": \"LIGHT\"}");

        assertThat(map(file.toString())).isEqualTo(1);

        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).isEqualToNormalizingNewlines("""
                %s is faulty:
                  /width is 300 and must be 2 to 200
                  /contents has no space station
                """.formatted(file));
    }

    @Test
    void saysThatChanceFindsNoMapWithASeed() throws Exception {
        // So many black holes leave no way, wherever they come to be.
        Path file = write("unlucky.json", """
                {"name": "unlucky", "width": 10, "height": 2, "defaultGravity": "LIGHT",
                 "contents": [{"area": {"tiles": [[0, 0]]}, "kind": "SPACE_STATION", "count": 1},
                              {"area": {"tiles": [[9, 1]]}, "kind": "MINE", "count": 1, "resource": "BIO_MATTER", "units": [5, 5]},
                              {"area": {"all": true}, "kind": "BLACK_HOLE", "count": 16}]}
                """);

        assertThat(map(file.toString())).isEqualTo(1);

        assertThat(out.toString()).contains("\n0 S");
        assertThat(err.toString())
                .isEqualToNormalizingNewlines(
                        "No game can have this seed: in 100 maps that were drawn, some space station reached no bio matter mine without crossing a black hole\n");
    }

    static Stream<Arguments> unusable() {
        return Stream.of(
                Arguments.of("empty.json", "", " is empty; it should hold a map type in JSON"),
                Arguments.of(
                        "cut-off.json",
                        "{\"name\": \"cut\",\n \"width\": 1",
                        " is not JSON: line 2, column 12: Unexpected end-of-input: expected close marker for Object (start marker at line: 1, column: 1)"),
                Arguments.of(
                        "twice.json",
                        "{}\n x",
                        " is not JSON: line 2, column 2: Unrecognized token 'x': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')"),
                Arguments.of(
                        "large.json",
                        " ".repeat(2_000_000),
                        " has more than 1048576 bytes, which no map type may have"),
                Arguments.of(
                        "deep.json",
                        "[".repeat(5_000),
                        " is not JSON: Document nesting depth (1001) exceeds the maximum allowed (1000, from `StreamReadConstraints.getMaxNestingDepth()`)"),
                Arguments.of("list.json", "[1]", " is faulty:\n  / must be an object with the fields of MapType"));
    }

    @ParameterizedTest
    @MethodSource("unusable")
    void saysWhatIsWrongWithAFile(String name, String content, String problem) throws Exception {
        Path file = write(name, content);

        assertThat(map(file.toString())).isEqualTo(1);

        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).isEqualToNormalizingNewlines(file + problem + "\n");
    }

    @Test
    void saysThatAFolderIsNoMap() {
        assertThat(map(folder.toString())).isEqualTo(1);
        assertThat(err.toString())
                .isEqualToNormalizingNewlines(folder + " is a folder; name a file with a map type in JSON\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"moon", "no/such/file.json", "", "a\u0000b"})
    void saysWhichNamesThereAreAndThatAFileWillDo(String name) {
        assertThat(map(name)).isEqualTo(1);
        assertThat(err.toString()).isEqualToNormalizingNewlines("""
                There is no map '%s': it is none of those that come with the dungeon (example, medium, maze, large), and there is no such file;
                a path to a file with a map type in JSON works as well
                """.formatted(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"xyz", "-1", "00000000000000000000000000000000000000000000000000000000000000001"})
    void refusesASeedThatIsNone(String seed) {
        assertThat(map("example", "--seed=" + seed)).isEqualTo(2);
        assertThat(err.toString()).startsWith("--seed must be up to 64 hex digits, and is '" + seed + "'");
    }

    @Test
    void aFileCannotSteerTheTerminal() throws Exception {
        Path coloured = write("coloured.json", """
                {"name": "s", "description": "\\u001b[31mred\\nnext", "width": 2, "height": 2, "defaultGravity": "LIGHT",
                 "contents": [{"area": {"tiles": [[0, 0]]}, "kind": "SPACE_STATION", "count": 1},
                              {"area": {"tiles": [[1, 1]]}, "kind": "MINE", "count": 1, "resource": "BIO_MATTER", "units": [5, 5]}]}
                """);
        assertThat(map(coloured.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("  /description ").doesNotContain("\u001b");

        Path faulty = write("faulty.json", """
                {"name": "s", "width": 2, "height": 2, "defaultGravity": "LIGHT", "\\u001b": 1}
                """);
        assertThat(map(faulty.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("  /? is no field of MapType");
    }

    @Test
    void theFirstHundredOfManyFaultsAreListed() throws Exception {
        String entries = "{\"kind\": \"VOID\"},".repeat(150);
        Path file = write(
                "many.json",
                "{\"name\": \"many\", \"width\": 2, \"height\": 2, \"defaultGravity\": \"LIGHT\", \"structure\": ["
                        + entries.substring(0, entries.length() - 1) + "]}");

        assertThat(map(file.toString())).isEqualTo(1);

        assertThat(err.toString().lines())
                .hasSize(102)
                .contains("  /structure/99/area is missing")
                .endsWith("  and 50 more");
    }

    private int map(String... arguments) {
        CommandLine dungeon =
                DungeonCommand.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        return dungeon.execute(
                Stream.concat(Stream.of("map"), Stream.of(arguments)).toArray(String[]::new));
    }

    private Path write(String name, String content) throws IOException {
        return Files.write(folder.resolve(name), content.getBytes(StandardCharsets.UTF_8));
    }

    private static String picture(String output) {
        return output.substring(output.indexOf("\n\n"), output.indexOf("\ngravity"));
    }
}
