package dungeon.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    private static final ConfigDef DEFINITION = new ConfigDef()
            .define("host", ConfigDef.Type.STRING, "here", ConfigDef.Importance.HIGH, "")
            .define("port", ConfigDef.Type.INT, 80, ConfigDef.Range.between(0, 65_535), ConfigDef.Importance.HIGH, "")
            .define("bytes", ConfigDef.Type.LONG, 5L, ConfigDef.Importance.HIGH, "");

    @Test
    void takesTheDefaultForWhatIsMissingOrBlank() {
        Settings settings = new Settings(DEFINITION, Map.of("host", " ", "port", ""));
        assertThat(settings.text("host")).isEqualTo("here");
        assertThat(settings.number("port")).isEqualTo(80);
        assertThat(settings.bigNumber("bytes")).isEqualTo(5);
    }

    @Test
    void leavesWhatItDoesNotKnowToTheClients() {
        Settings settings = new Settings(DEFINITION, Map.of("host", " there ", "ssl.key.password", " "));
        assertThat(settings.text("host")).isEqualTo("there");
        assertThat(settings.others()).isEqualTo(Map.of("ssl.key.password", " "));
    }

    @Test
    void namesTheKeyOfAValueThatCannotBeRight() {
        assertThatThrownBy(() -> new Settings(DEFINITION, Map.of("port", "many")))
                .isInstanceOf(ConfigException.class)
                .hasMessage("Invalid value many for configuration port: Not a number of type INT");
        assertThatThrownBy(() -> new Settings(DEFINITION, Map.of("port", "65536")))
                .isInstanceOf(ConfigException.class)
                .hasMessage("Invalid value 65536 for configuration port: Value must be no more than 65535");
    }

    @Test
    void letsTheEnvironmentComeBeforeTheFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("topology.properties"), "bootstrap.servers=a:1\nstores=rocksdb\n");
        assertThat(Settings.texts(
                        new String[] {file.toString()}, Map.of("DUNGEON_BOOTSTRAP_SERVERS", "b:2", "HOME", "/")))
                .isEqualTo(Map.of("bootstrap.servers", "b:2", "stores", "rocksdb"));
        assertThat(Settings.texts(new String[0], Map.of())).isEmpty();
    }
}
