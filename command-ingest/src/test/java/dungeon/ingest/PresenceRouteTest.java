package dungeon.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.ingest.fake.Answer;
import dungeon.ingest.fake.FakePlatform;
import dungeon.ingest.fake.SharedPlatform;
import dungeon.platform.envelope.PrincipalKind;
import dungeon.platform.token.TokenClaims;
import dungeon.platform.token.TokenJudge;
import dungeon.schemas.tictactoe.ReportPresence;
import dungeon.schemas.tictactoe.TicTacToeCommand;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedPlatform.class)
class PresenceRouteTest {
    private static final String ROOM = "01999999-0000-7000-8000-000000000001";
    private static final String PATH = "/rooms/%s/presence".formatted(ROOM);

    /** Of the token's player, and nobody else: there is no field for another. */
    @Test
    void tellsTheRoomInTheNameOfTheServiceThatPlayersAreConnectedTo(FakePlatform platform) throws Exception {
        Answer guest = platform.guest();
        int before = platform.brokers().written().size();

        Answer answer = platform.put(PATH, guest.json().get("token").textValue(), "{\"connected\": false}");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.headers().firstValue("RateLimit-Policy").orElse("")).startsWith("\"commands\"");
        ProducerRecord<String, byte[]> written = platform.brokers().written().get(before);
        assertThat(written.topic()).isEqualTo("tictactoe.commands.v1");
        assertThat(written.key()).isEqualTo(ROOM);
        TicTacToeCommand command = platform.decider().roomCommand(written);
        assertThat(command.getRoomId()).isEqualTo(ROOM);
        assertThat(command.getPlayerId()).isNull();
        assertThat(command.getPayload())
                .isEqualTo(new ReportPresence(guest.json().get("playerId").textValue(), false));
        String authorization =
                new String(written.headers().lastHeader("authorization").value(), StandardCharsets.UTF_8);
        TokenClaims sender = TokenJudge.unjudged(authorization.substring(TokenClaims.SCHEME.length()));
        assertThat(sender.kind()).isEqualTo(PrincipalKind.SERVICE);
        assertThat(sender.subject()).isEqualTo("queries");
    }

    @Test
    void refusesWhatSaysNothingAndWhoeverIsNoPlayer(FakePlatform platform) {
        String token = platform.guestToken();

        assertThat(platform.put(PATH, token, "{}").problem()).isEqualTo("422 MALFORMED");
        assertThat(platform.put(PATH, token, "{\"connected\": null}").problem()).isEqualTo("422 MALFORMED");
        assertThat(platform.put(PATH, token, "{\"connected\": \"no\"}").problem())
                .isEqualTo("422 MALFORMED");
        assertThat(platform.put(PATH, token, "{\"connected\": true, \"playerId\": \"%s\"}".formatted(ROOM))
                        .problem())
                .isEqualTo("422 MALFORMED");
        assertThat(platform.put("/rooms/mine/presence", token, "{\"connected\": true}")
                        .problem())
                .isEqualTo("404 UNKNOWN_ROOM");
        assertThat(platform.put(PATH, null, "{\"connected\": true}").problem()).isEqualTo("401 UNAUTHENTICATED");
        assertThat(platform.put(PATH, platform.administratorToken(), "{\"connected\": true}")
                        .problem())
                .isEqualTo("403 NOT_A_PLAYER");
    }
}
