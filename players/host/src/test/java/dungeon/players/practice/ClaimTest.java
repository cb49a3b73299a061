package dungeon.players.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dungeon.platform.envelope.Ids;
import dungeon.players.bots.BotKind;
import dungeon.players.game.LeftGameException;
import dungeon.schemas.Event;
import dungeon.schemas.GameCreated;
import dungeon.schemas.GameStarted;
import dungeon.schemas.HouseBot;
import dungeon.schemas.OpenMatch;
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
    private boolean isTurn;
    private int turns;

    @Test
    void theHostOfTheFirstBotInTheLogHasTheGame() {
        Claim here = claim(HERE);
        Claim there = claim(THERE);
        List<Event> log = List.of(
                created(4), joined(OWNER, "miner-0001"), joined(HERE, "miner-0002"), joined(THERE, "miner-0003"));

        log.forEach(event -> here.onEvent(event, null));
        log.forEach(event -> there.onEvent(event, null));

        assertThat(told).containsExactly(HERE + " has it, with 3 bots", THERE + " has it not");
    }

    @Test
    void whoComesLaterLeavesBeforeItHasJoined() {
        Claim there = claim(THERE);
        there.onEvent(created(3), null);
        there.onEvent(joined(HERE, "fighter-0002"), null);

        assertThatThrownBy(() -> there.joins(null))
                .isInstanceOf(LeftGameException.class)
                .hasMessage("fighter-0002 of another instance was here first");
        assertThat(turns).as("its turn is not asked for").isZero();
    }

    @Test
    void joinsInTheTurnOfItsInstanceOnly() {
        Claim here = claim(HERE);
        here.onEvent(created(3), null);
        assertThat(here.joins(null)).isFalse();

        isTurn = true;
        assertThat(here.joins(null)).isTrue();
    }

    @Test
    void whoIsUnderWayWhenAnotherComesPlaysAsWellAndBringsNobody() {
        List<String> thoughts = new ArrayList<>();
        Claim there = new Claim(THERE, commander -> thoughts.add("robots"), wish -> true, verdictOf(THERE));
        there.onEvent(created(3), null);
        assertThat(there.joins(null)).isTrue();
        there.onEvent(joined(HERE, "miner-0002"), null);
        assertThat(there.joins(null)).as("it cannot be taken back").isTrue();

        there.onEvent(joined(THERE, "miner-0003"), null);
        there.think(null);

        assertThat(thoughts).containsExactly("robots");
        assertThat(told).containsExactly(THERE + " has it not");
    }

    @Test
    void playersWhoAreNoBotsOfTheHouseDecideNothing() {
        Claim here = claim(HERE);
        List.of(created(4), joined(OWNER, "Ann"), joined(THERE, "miner-of-coal"), joined(HERE, "miner-0002"))
                .forEach(event -> here.onEvent(event, null));

        assertThat(told).containsExactly(HERE + " has it, with 3 bots");
    }

    @Test
    void aGameGetsABotForEachPlaceButNoMoreThanTheLobbyGrants() {
        assertThat(BotWish.of(GAME, practice(1))).isNull();
        assertThat(BotWish.of(GAME, practice(10)).bots(0)).hasSize(9);
        assertThat(BotWish.of(GAME, practice(100)).bots(0)).hasSize(9);
    }

    @Test
    void aMatchGetsBotsOfItsKindForTheSeatsThatWereLeftWhenTheFirstOneCame() {
        Claim here = claim(HERE);
        List.of(
                        event(null, match(5, HouseBot.TRADER)),
                        joined(OWNER, "Ann"),
                        joined(THERE, "Bob"),
                        joined(HERE, "trader-0002"),
                        joined(Ids.nameBased("late"), "Cid"))
                .forEach(event -> here.onEvent(event, null));

        assertThat(told).containsExactly(HERE + " has it, with 3 bots");
        assertThat(BotWish.of(GAME, match(5, null))).as("without bots").isNull();
    }

    @Test
    void aMatchIsNotJoinedBeforeAPersonIsInIt() {
        isTurn = true;
        Claim here = claim(HERE);
        here.onEvent(event(null, match(5, HouseBot.TRADER)), null);
        assertThat(here.joins(null)).isFalse();

        here.onEvent(joined(OWNER, "Ann"), null);
        assertThat(here.joins(null)).isTrue();
    }

    @Test
    void whoeverHasNotJoinedAMatchWhenItStartsLeavesIt() {
        Claim here = claim(HERE);
        List.of(
                        event(null, match(5, HouseBot.TRADER)),
                        joined(OWNER, "Ann"),
                        joined(THERE, "Bob"),
                        event(null, new GameStarted()))
                .forEach(event -> here.onEvent(event, null));

        assertThatThrownBy(() -> here.joins(null))
                .isInstanceOf(LeftGameException.class)
                .hasMessage("The match has started without bots");
        assertThat(turns).as("its turn is not asked for").isZero();
    }

    @Test
    void anOrderToJoinThatIsUnderWayWhenAMatchStartsIsNotTakenBack() {
        isTurn = true;
        Claim here = claim(HERE);
        here.onEvent(event(null, match(5, HouseBot.TRADER)), null);
        here.onEvent(joined(OWNER, "Ann"), null);
        assertThat(here.joins(null)).isTrue();

        here.onEvent(event(null, new GameStarted()), null);
        assertThat(here.joins(null)).isTrue();
        here.onEvent(joined(HERE, "trader-0002"), null);

        assertThat(told).containsExactly(HERE + " has it, with 4 bots");
    }

    @Test
    void aPracticeGameThatRunsIsJoined() {
        isTurn = true;
        Claim here = claim(HERE);
        here.onEvent(created(3), null);
        here.onEvent(event(OWNER, new GameStarted()), null);

        assertThat(here.joins(null)).isTrue();
    }

    private static GameCreated match(int seats, HouseBot bots) {
        GameCreated created = new GameCreated();
        created.setParticipantLimit(seats);
        created.setMatch(new OpenMatch(OWNER, "Ann", bots));
        created.setExpiresAt(Instant.EPOCH);
        return created;
    }

    private Claim claim(String playerId) {
        return new Claim(
                playerId,
                commander -> {},
                wish -> {
                    turns++;
                    return isTurn;
                },
                verdictOf(playerId));
    }

    private Claim.Verdict verdictOf(String playerId) {
        return new Claim.Verdict() {
            @Override
            public void won(BotWish wish, List<BotKind> bots) {
                told.add("%s has it, with %d bots".formatted(playerId, bots.size()));
            }

            @Override
            public void lost() {
                told.add(playerId + " has it not");
            }
        };
    }

    private static Event created(int places) {
        return event(OWNER, practice(places));
    }

    private static GameCreated practice(int places) {
        GameCreated created = new GameCreated();
        created.setPracticeFor(OWNER);
        created.setParticipantLimit(places);
        return created;
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
