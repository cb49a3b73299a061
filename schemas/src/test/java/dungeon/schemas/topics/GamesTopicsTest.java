package dungeon.schemas.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GamesTopicsTest {
    @Test
    void isTheFirstVersionWhereNobodySaysOtherwise() {
        assertThat(GamesTopics.parse("")).isEqualTo(new GamesTopics(1, Topics.PARTITIONS));
        assertThat(GamesTopics.parse(" ").named("dungeon.events")).isEqualTo("dungeon.events.v1");
        assertThat(GamesTopics.parse("").applicationId("dungeon-topology")).isEqualTo("dungeon-topology");
    }

    @Test
    void aLaterVersionHasTopicsAndApplicationsOfItsOwn() {
        GamesTopics second = GamesTopics.parse("v2:24");
        assertThat(second).isEqualTo(new GamesTopics(2, 24)).hasToString("v2:24");
        assertThat(second.named("dungeon.events")).isEqualTo("dungeon.events.v2");
        assertThat(second.applicationId("dungeon-robots")).isEqualTo("dungeon-robots-v2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "v2", "2:24", "v0:24", "v2:0", "v2:24:1", "v2:-1", "v99999:12", "two"})
    void refusesWhatIsNoVersionWithItsPartitions(String text) {
        assertThatThrownBy(() -> GamesTopics.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "DUNGEON_GAMES_TOPICS is '%s' and must be a version with its partitions, such as v2:24", text);
    }

    @Test
    void refusesAServiceThatIsToldOtherwiseThanItsProcess() {
        assertThatCode(() -> GamesTopics.require("")).doesNotThrowAnyException();
        assertThatCode(() -> GamesTopics.require("v1:12")).doesNotThrowAnyException();
        assertThatThrownBy(() -> GamesTopics.require("v2:24"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("games.topics is v2:24, and this process works with v1:12");
    }

    @Test
    void aTopicWithACountOfItsOwnKeepsItWhateverTheOthersHave() {
        GamesTopics second = GamesTopics.parse("v2:12");
        Topic<Object> games = new Topic<>("games", second.ownPartitions(), null, null);
        assertThat(games.partitionsWhereOthersHave(24)).isEqualTo(12);
        assertThat(games.partitions()).isEqualTo(12);
        assertThat(GamesTopics.parse("").ownPartitions()).isEmpty();
        assertThat(new Topic<>("others", null, null).partitionsWhereOthersHave(3))
                .isEqualTo(3);
    }
}
