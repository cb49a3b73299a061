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

    @Test
    void letsArgumentsComeBeforeTheEnvironment() {
        assertThat(Settings.texts(
                        new String[] {"--port=81", "--ssl.key.password=a=b"},
                        Map.of("DUNGEON_PORT", "82", "DUNGEON_HOST", "there")))
                .isEqualTo(Map.of("port", "81", "ssl.key.password", "a=b", "host", "there"));
    }

    @Test
    void findsTheFileInTheEnvironment(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("any"), "host=there\n");
        assertThat(Settings.texts(new String[0], Map.of("DUNGEON_CONFIG", file.toString())))
                .isEqualTo(Map.of("host", "there"));
    }

    @Test
    void refusesArgumentsThatAreNoSettings() {
        assertThatThrownBy(() -> Settings.texts(new String[] {"--port"}, Map.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessage("--port is no setting; give settings as --name=value, and one file of properties at most");
        assertThatThrownBy(() -> Settings.texts(new String[] {"one", "two"}, Map.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith("two is no setting");
    }

    @Test
    void saysWhichFileCannotBeRead() {
        assertThatThrownBy(() -> Settings.texts(new String[] {"/none"}, Map.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessage("The settings in /none cannot be read: java.nio.file.NoSuchFileException: /none");
    }

    @Test
    void takesSecretsFromFiles(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "s3 cret\n");
        Settings settings = new Settings(
                DEFINITION, Map.of("host.file", secret.toString(), "sasl.jaas.config.file", secret.toString()));
        assertThat(settings.text("host")).isEqualTo("s3 cret");
        assertThat(settings.others()).isEqualTo(Map.of("sasl.jaas.config", "s3 cret"));
    }

    @Test
    void leavesPathsToThoseWhoWantPaths() {
        Map<String, String> paths = Map.of("administrator.token.file", "/a", "sasl.oauthbearer.assertion.file", "/b");
        assertThat(new Settings(DEFINITION, paths).others()).isEqualTo(paths);
    }

    @Test
    void refusesASecretThatIsSetTwiceOrCannotBeRead() {
        assertThatThrownBy(() -> new Settings(DEFINITION, Map.of("host", "here", "host.file", "/none")))
                .isInstanceOf(ConfigException.class)
                .hasMessage("Both host and host.file are set; set one of them");
        assertThatThrownBy(() -> new Settings(DEFINITION, Map.of("host.file", "/none")))
                .isInstanceOf(ConfigException.class)
                .hasMessage(
                        "host.file names the file /none, which cannot be read: java.nio.file.NoSuchFileException: /none");
    }

    @Test
    void takesSecretsOfASpringServiceFromFilesToo(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "s3cret\n");
        assertThat(SecretFiles.ofEnvironment(
                        "DUNGEON_INGEST_",
                        Map.of(
                                "DUNGEON_INGEST_LOGIN_GITHUB_CLIENTSECRET_FILE", secret.toString(),
                                "DUNGEON_INGEST_KAFKA_SASL_OAUTHBEARER_ASSERTION_FILE", "/b",
                                "DUNGEON_OTHER_FILE", "/c",
                                "DUNGEON_INGEST_PORT", "1")))
                .isEqualTo(Map.of("DUNGEON_INGEST_LOGIN_GITHUB_CLIENTSECRET", "s3cret"));
    }

    @Test
    void takesABlankNameOfAFileForNone() {
        assertThat(new Settings(DEFINITION, Map.of("sasl.jaas.config.file", "")).others())
                .isEmpty();
        assertThat(SecretFiles.ofEnvironment("DUNGEON_INGEST_", Map.of("DUNGEON_INGEST_SECRET_FILE", "")))
                .isEmpty();
        assertThat(SecretFiles.ofEnvironment("DUNGEON_INGEST_", Map.of("DUNGEON_INGEST_SECRET_FILE", " ")))
                .isEmpty();
    }

    @Test
    void keepsItsOwnSettingsFromTheClients() {
        assertThat(new Settings(DEFINITION, Map.of("log.format", "json", "log.level", "DEBUG")).others())
                .isEmpty();
    }
}
