package dungeon.verification.siege.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.app.Contexts;
import dungeon.platform.core.Chance;
import dungeon.platform.core.CommandMetadata;
import dungeon.platform.core.InMemoryAggregate;
import dungeon.platform.core.Principal;
import dungeon.platform.envelope.Ids;
import dungeon.robots.decide.RobotsAdmission;
import dungeon.robots.decide.map.MapDrawing;
import dungeon.robots.decide.map.MapTypeFaults;
import dungeon.schemas.CommandRejected;
import dungeon.schemas.LobbyCommand;
import dungeon.schemas.LobbyEvent;
import dungeon.schemas.MapTypeCreated;
import dungeon.schemas.PracticeGameGranted;
import dungeon.schemas.RegisterPlayer;
import dungeon.schemas.RequestPracticeGame;
import dungeon.schemas.StoreMapType;
import dungeon.schemas.topics.LobbySubjects;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

class HostileMapsTest {
    private static final ByteBuffer SEED = ByteBuffer.allocate(Chance.SEED_BYTES);

    @Test
    void hasTheLargestMapTypeThatTheLobbyKeeps() {
        assertThat(lobbyStores(HostileMaps.fat(1))).isInstanceOf(MapTypeCreated.class);
    }

    @Test
    void hasAMapTypeOfNearlyAMegabyteThatIsTooLargeAndNothingElse() {
        byte[] map = HostileMaps.tooFat(1);
        assertThat(map.length).isBetween(600_000, 1_000_000);
        assertThat(MapTypeFaults.of(HostileMaps.parsed(map))).isEmpty();
        assertThat(lobbyStores(map)).isInstanceOf(CommandRejected.class);
    }

    @Test
    void itsMapsForGamesAreGrantedByTheLobby() {
        for (byte[] map : List.of(HostileMaps.large(1), HostileMaps.unplayable(1))) {
            assertThat(lobbyAnswers(new RequestPracticeGame(HostileMaps.parsed(map), null, 0, 10_000L)))
                    .isInstanceOf(PracticeGameGranted.class);
        }
    }

    @Test
    void hasASoundMapWithAsMuchInItAsThereMayBe() {
        assertThat(MapTypeFaults.of(HostileMaps.parsed(HostileMaps.large(1)))).isEmpty();
    }

    @Test
    void hasAMapThatNoDrawingMakesPlayable() {
        assertThat(MapDrawing.draw(HostileMaps.parsed(HostileMaps.unplayable(1)), SEED.asReadOnlyBuffer()))
                .isEmpty();
    }

    @Test
    void createsGamesOfItsOwnWithoutFaultsInTheirForm() {
        Guest guest = new Guest("3f1c2d4e-0000-4000-8000-000000000000", "eve", "token");
        assertThat(new RobotsAdmission()
                        .faults(GameFloods.create(HostileMaps.parsed(HostileMaps.large(1)), guest, new Random(1))))
                .isEmpty();
    }

    private static Object lobbyStores(byte[] map) {
        return lobbyAnswers(new StoreMapType(HostileMaps.parsed(map)));
    }

    /** What the lobby says to a player's wish. */
    private static Object lobbyAnswers(SpecificRecord wish) {
        String subject = LobbySubjects.ofPlayer("Eve");
        String eve = LobbySubjects.playerId("Eve");
        InMemoryAggregate<LobbyCommand, LobbyEvent> lobby = InMemoryAggregate.of(Contexts.LOBBY.context(), subject);
        List<LobbyEvent> events = new ArrayList<>();
        Instant now = Instant.parse("2026-01-01T12:00:00Z");
        for (SpecificRecord payload : List.of(new RegisterPlayer("Eve"), wish)) {
            Principal sender = payload == wish ? Principal.player(eve, "Eve") : Principal.registrar(eve, "Eve");
            LobbyCommand command =
                    new LobbyCommand(Ids.nameBased(payload.getClass().getName()), now, subject, eve, payload);
            lobby.handle(command, new CommandMetadata(sender, now.toEpochMilli(), 100), events::addAll);
        }
        return events.get(1).getPayload();
    }
}
