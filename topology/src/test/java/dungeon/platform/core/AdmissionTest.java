package dungeon.platform.core;

import static dungeon.platform.core.Toy.ANN;
import static dungeon.platform.core.Toy.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dungeon.schemas.ClearQueue;
import dungeon.schemas.Command;
import dungeon.schemas.CommandRejected;
import dungeon.schemas.Detail;
import dungeon.schemas.Event;
import dungeon.schemas.StartGame;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The checks that come before any context decides, in their order. */
class AdmissionTest {
    private static final long NOW_MS = 1_000_000;
    private static final Principal EVE = Principal.player("00000000-0000-4000-8000-00000000000e", "Eve");

    private final Toy toy = new Toy();
    private final Command command = toy.command(ANN, NOW_MS, new ClearQueue("x"));

    @Test
    void theFirstFaultIsTheOutcome() {
        // From a command that is wrong in every way, one thing after the other is made right.
        command.setPlayerId(BOB.playerId());
        command.setIssuedAt(Instant.EPOCH);
        command.setCommandId("x");
        ((ClearQueue) command.getPayload()).setRobotId("");
        int tooLong = CommandMetadata.COMMAND_BYTES_MAXIMUM + 1;

        assertThat(rejection(Principal.unknown("The token has expired"), tooLong)
                        .getMessage())
                .isEqualTo("UNAUTHENTICATED: The token has expired");
        assertThat(rejection(Principal.registrar(EVE.playerId(), "Eve"), tooLong)
                        .getMessage())
                .isEqualTo("UNAUTHENTICATED: Nothing here is for registrars");
        assertThat(rejection(EVE, tooLong).getMessage())
                .isEqualTo("NOT_YOU: The token is not that of the player whom the command names");
        command.setPlayerId(EVE.playerId());
        assertThat(rejection(EVE, tooLong).getMessage()).isEqualTo("NOT_YOU: Nobody speaks for Eve");
        command.setPlayerId(null);
        assertThat(rejection(EVE, tooLong).getMessage()).isEqualTo("NOT_YOU: Nobody speaks for Eve");

        CommandRejected late = rejection(ANN, tooLong);
        assertThat(late.getMessage())
                .isEqualTo(
                        "NOT_TIMELY: A command may be issued at most 2 minutes before and 1 minute after it arrives");
        assertThat(late.getDetails())
                .containsExactly(
                        new Detail("issuedAt", "1970-01-01T00:00:00Z"),
                        new Detail("arrivedAt", "1970-01-01T00:16:40Z"));

        command.setIssuedAt(Instant.ofEpochMilli(NOW_MS));
        CommandRejected malformed = rejection(ANN, tooLong);
        assertThat(malformed.getMessage()).isEqualTo("MALFORMED: The command has fields that cannot be right");
        assertThat(malformed.getDetails())
                .containsExactly(
                        new Detail("/", "is 512001 bytes long; 512000 are allowed"),
                        new Detail("commandId", "must be a UUID in lower case"),
                        new Detail("robotId", "is empty"));
        assertThat(rejection(ANN, tooLong - 1).getDetails())
                .containsExactly(
                        new Detail("commandId", "must be a UUID in lower case"), new Detail("robotId", "is empty"));
        command.setCommandId("00000000-0000-4000-8000-000000000099");
        assertThat(rejection(ANN, 100).getDetails()).containsExactly(new Detail("robotId", "is empty"));

        ((ClearQueue) command.getPayload()).setRobotId("x");
        assertThat(rejection(ANN, 100))
                .satisfies(rejected ->
                        assertThat(rejected.getMessage()).isEqualTo("UNKNOWN_AGGREGATE: There is no toy a toy"))
                .satisfies(rejected -> assertThat(rejected.getDetails()).isEmpty());

        command.setPayload(new StartGame());
        assertThat(send(ANN, 100)).extracting(Event::getPayload).containsExactly(Toy.event("happened", -1));
    }

    @ParameterizedTest
    @CsvSource({"-120001, false", "-120000, true", "0, true", "60000, true", "60001, false"})
    void commandsAreIssuedAtMostTwoMinutesBeforeAndOneMinuteAfterTheyArrive(long issuedMs, boolean timely) {
        command.setPayload(new StartGame());
        command.setIssuedAt(Instant.ofEpochMilli(NOW_MS + issuedMs));

        assertThat(send(ANN, 100).get(0).getPayload() instanceof CommandRejected)
                .isEqualTo(!timely);
    }

    @Test
    void whoIsUnknownHasNoNameToRememberIdsUnder() {
        assertThat(Principal.unknown("why").sender()).isEqualTo("UNKNOWN");
        assertThat(Principal.administrator().sender()).isEqualTo("ADMINISTRATOR");
        assertThat(Principal.service("lobby").sender()).isEqualTo("SERVICE:lobby");
        assertThat(ANN.sender()).isEqualTo(ANN.playerId());
        assertThat(Principal.registrar(ANN.playerId(), "Ann").sender()).isEqualTo(ANN.playerId());
    }

    private CommandRejected rejection(Principal sender, int bytes) {
        List<Event> events = send(sender, bytes);
        assertThat(events).hasSize(1);
        assertThat(events.get(0).getSequence()).isZero();
        return (CommandRejected) events.get(0).getPayload();
    }

    private List<Event> send(Principal sender, int bytes) {
        List<Event> events = new ArrayList<>();
        toy.handler()
                .handle(
                        new AuthenticatedCommand<>(command, new CommandMetadata(sender, NOW_MS, bytes)),
                        events::addAll);
        return events;
    }
}
