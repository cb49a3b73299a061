package dungeon.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dungeon.ingest.fake.Answer;
import dungeon.ingest.fake.FakePlatform;
import dungeon.ingest.fake.SharedPlatform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedPlatform.class)
class PlayersTest {
    @Test
    void registersPlayerUnderAFreeName(FakePlatform platform) {
        Answer answer = platform.post("/players", null, "{\"playerName\": \"Ada\"}");

        assertThat(answer.status()).isEqualTo(201);
        JsonNode player = answer.json();
        assertThat(player.get("playerName").textValue()).isEqualTo("Ada");
    }
}
