package dungeon.players.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dungeon.players.connection.Credentials;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Into which rooms bots go. */
class RoomBotsTest {
    private static final Map<RoomBot, Credentials> PLAYERS = Map.of(
            RoomBot.EASY_BOT, new Credentials("easy-id", "easy-0001", ""),
            RoomBot.PERFECT_BOT, new Credentials("perfect-id", "perfect-0001", ""));

    @ParameterizedTest
    @CsvSource({"EASY_BOT,EASY_BOT", "PERFECT_BOT,PERFECT_BOT"})
    void goesWhereOneOfItsKindIsWaitedFor(String opponent, RoomBot bot) throws JsonProcessingException {
        assertThat(RoomBots.wanted(waitingFor(opponent), PLAYERS)).contains(bot);
    }

    @Test
    void leavesRoomsToPersons() throws JsonProcessingException {
        assertThat(RoomBots.wanted(waitingFor("PERSON"), PLAYERS)).isEmpty();
    }

    @Test
    void staysAwayWhereAnInvitationIsWanted() throws JsonProcessingException {
        assertThat(RoomBots.wanted(waitingFor("EASY_BOT").put("invitationOnly", true), PLAYERS))
                .isEmpty();
    }

    @Test
    void waitsForNoMoveLongerThanAMinute() throws JsonProcessingException {
        assertThat(RoomBots.wanted(waitingFor("EASY_BOT").put("moveMs", 60_000), PLAYERS))
                .isPresent();
        assertThat(RoomBots.wanted(waitingFor("EASY_BOT").put("moveMs", 60_001), PLAYERS))
                .isEmpty();
    }

    @Test
    void leavesAloneWhereBothSeatsAreTaken() throws JsonProcessingException {
        assertThat(RoomBots.wanted(seated("EASY_BOT", "somebody", "another"), PLAYERS))
                .isEmpty();
    }

    @Test
    void goesBackToItsSeat() throws JsonProcessingException {
        assertThat(RoomBots.wanted(seated("EASY_BOT", "somebody", "easy-id"), PLAYERS))
                .contains(RoomBot.EASY_BOT);
    }

    private static ObjectNode waitingFor(String opponent) throws JsonProcessingException {
        ObjectNode room = seated(opponent, "somebody", "somebody else");
        room.withArray("seats").remove(1);
        return room;
    }

    private static ObjectNode seated(String opponent, String one, String other) throws JsonProcessingException {
        return (ObjectNode) new ObjectMapper().readTree("""
                {"roomId": "1", "opponent": "%s", "invitationOnly": false, "moveMs": 20000,
                 "seats": [{"playerId": "%s"}, {"playerId": "%s"}]}""".formatted(opponent, one, other));
    }
}
