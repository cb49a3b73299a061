package dungeon;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.platform.config.SecretFiles;
import dungeon.platform.config.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page of all settings says what the code reads. With {@code -Dsettings.write=true} it is written anew. */
class SettingsPageTest {
    private static final Path PAGE = Path.of("..", "docs", "settings.md");
    private static final Pattern ROW = Pattern.compile("^\\| `([\\w.-]+)` \\| `(\\w+)` \\|", Pattern.MULTILINE);

    @Test
    void saysWhatTheServicesRead() throws IOException {
        String page = Files.readString(PAGE);
        assertThat(page).contains(SettingsPage.MARK);
        String made = page.substring(0, page.indexOf(SettingsPage.MARK)) + SettingsPage.tables();
        if (Boolean.getBoolean("settings.write")) {
            Files.writeString(PAGE, made);
        }

        assertThat(Files.readString(PAGE))
                .as("run: mvn test -pl benchmarks -am -Dtest=SettingsPageTest -Dsurefire.failIfNoSpecifiedTests=false"
                        + " -Dsettings.write=true")
                .isEqualTo(made);
    }

    @Test
    void aVariableOfTheEnvironmentIsTheSettingThatThePageSays() throws IOException {
        List<MatchResult> rows = ROW.matcher(SettingsPage.tables()).results().toList();
        assertThat(rows).hasSizeGreaterThan(100).allSatisfy(row -> {
            String name = row.group(1);
            if (!name.startsWith("dungeon.ingest.") && !name.equals("config")) {
                assertThat(Settings.texts(new String[0], Map.of(row.group(2), name + "-value")))
                        .isEqualTo(Map.of(name, name + "-value"));
            }
        });
    }

    @Test
    void whatEndsAsSecretsDoIsKnownToWantAPath() throws IOException {
        assertThat(ROW.matcher(SettingsPage.tables())
                        .results()
                        .map(row -> row.group(1))
                        .filter(name -> name.endsWith(".file")))
                .isNotEmpty()
                .allMatch(SecretFiles::isPath);
    }

    @Test
    void everySettingSaysWhatItIs() throws IOException {
        assertThat(SettingsPage.tables().lines().filter(line -> line.startsWith("| `")))
                .allSatisfy(line -> assertThat(line).matches(".* \\| [^|]{5,}\\. \\|"));
    }
}
