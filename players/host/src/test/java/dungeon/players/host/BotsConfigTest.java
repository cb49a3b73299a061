package dungeon.players.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dungeon.players.practice.Turn;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;

class BotsConfigTest {
    @Test
    void playsThroughTheOneDoor() {
        BotsConfig config =
                BotsConfig.from(Map.of("queries.url", "https://play.example", "instance", "1", "instances", "3"));

        assertThat(config.platform().queriesUrl()).isEqualTo("https://play.example");
        assertThat(config.platform().ingestUrl()).isEqualTo("https://play.example/ingest");
        assertThat(config.turn()).isEqualTo(new Turn(1, 3, Duration.ofSeconds(10)));
    }

    @Test
    void saysWhatCannotBeRight() {
        assertThatThrownBy(() -> BotsConfig.from(Map.of("instance", "2", "instances", "2")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("instance is 2, and there are 2 instances");
        assertThatThrownBy(() -> BotsConfig.from(Map.of("queries.url", "http://play.example/")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("queries.url")
                .hasMessageContaining("without a slash at the end");
    }
}
