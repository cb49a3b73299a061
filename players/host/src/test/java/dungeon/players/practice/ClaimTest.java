package dungeon.players.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dungeon.players.game.LeftGameException;
import dungeon.schemas.Event;
import dungeon.schemas.GameCreated;
import dungeon.schemas.PlayerJoined;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

class ClaimTest {
    private static final String GAME = "0f1c2a52-0b1e-7d2a-9c6e-000000000000";
    private static final String OWNER = "0f1c2a52-0b1e-4d2a-9c6e-000000000001";
    private static final String HERE = "0f1c2a52-0b1e-4d2a-9c6e-000000000002";
    private static final String THERE = "0f1c2a52-0b1e-4d2a-9c6e-000000000003";

    private final List<String> told = new ArrayList<>();

    @Test
    void theHostOfTheFirstBotInTheLogHasTheGame() {
        Claim here = claim(HERE);
        Claim there = claim(THERE);
        List<Event> log = List.of(
                created(4), joined(OWNER, "miner-0001"), joined(HERE, "miner-0002"), joined(THERE, "miner-0003"));

        log.forEach(event -> here.onEvent(event, null));
        assertThatThrownBy(() -> log.forEach(event -> there.onEvent(event, null)))
                .isInstanceOf(LeftGameException.class)
                .hasMessage("miner-0002 of another instance was here first");

        assertThat(told).containsExactly(HERE + " has it, with 3 bots", THERE + " has it not");
    }

    @Test
    void whoComesLaterLeavesBeforeItHasJoined() {
        Claim there = claim(THERE);
        there.onEvent(created(3), null);

        assertThatThrownBy(() -> there.onEvent(joined(HERE, "fighter-0002"), null))
                .isInstanceOf(LeftGameException.class);
    }

    @Test
    void playersWhoAreNoBotsOfTheHouseDecideNothing() {
        Claim here = claim(HERE);
        List.of(created(4), joined(OWNER, "Ann"), joined(THERE, "miner-of-coal"), joined(HERE, "miner-0002"))
                .forEach(event -> here.onEvent(event, null));

        assertThat(told).containsExactly(HERE + " has it, with 3 bots");
    }

    @Test
    void givesNoOrdersBeforeItIsDecided() {
        List<String> thoughts = new ArrayList<>();
        Claim here = new Claim(HERE, commander -> thoughts.add("robots"), count -> {}, () -> {});
        here.onEvent(created(3), null);
        here.think(null);
        assertThat(thoughts).isEmpty();

        here.onEvent(joined(HERE, "miner-0002"), null);
        here.think(null);
        assertThat(thoughts).containsExactly("robots");
    }

    @Test
    void aGameGetsABotForEachPlaceButNoMoreThanTheLobbyGrants() {
        assertThat(Claim.botsOf(1)).isZero();
        assertThat(Claim.botsOf(10)).isEqualTo(9);
        assertThat(Claim.botsOf(100)).isEqualTo(9);
    }

    private Claim claim(String playerId) {
        return new Claim(
                playerId,
                commander -> {},
                count -> told.add("%s has it, with %d bots".formatted(playerId, count)),
                () -> told.add(playerId + " has it not"));
    }

    private static Event created(int places) {
        GameCreated created = new GameCreated();
        created.setPracticeFor(OWNER);
        created.setParticipantLimit(places);
        return event(OWNER, created);
    }

    private static Event joined(String playerId, String name) {
        PlayerJoined joined = new PlayerJoined();
        joined.setPlayerName(name);
        return event(playerId, joined);
    }

    private static Event event(String playerId, SpecificRecord payload) {
        return new Event(GAME, 1L, Instant.EPOCH, null, playerId, 0, payload);
    }
}
