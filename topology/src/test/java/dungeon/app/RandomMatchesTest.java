package dungeon.app;

import static dungeon.robots.MapPlan.crossroads;
import static org.assertj.core.api.Assertions.assertThat;

import dungeon.platform.core.Principal;
import dungeon.robots.InMemoryGame;
import dungeon.schemas.EndGame;
import dungeon.schemas.EndReason;
import dungeon.schemas.Event;
import dungeon.schemas.GameCreated;
import dungeon.schemas.GameEnded;
import dungeon.schemas.GameStarted;
import dungeon.schemas.GameState;
import dungeon.schemas.JoinGame;
import dungeon.schemas.LobbyEvent;
import dungeon.schemas.MapType;
import dungeon.schemas.MatchGranted;
import dungeon.schemas.PlayerJoined;
import dungeon.schemas.PracticeGameClosed;
import dungeon.schemas.PracticeGameConfirmed;
import dungeon.schemas.PracticeGameReleased;
import dungeon.schemas.RequestMatch;
import dungeon.schemas.RequestPracticeGame;
import dungeon.schemas.state.LobbyTotals;
import dungeon.schemas.state.OwnPracticeGame;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever order things happen in, and however often relays stand still and repeat themselves: the lobby counts the matches that there are. */
class RandomMatchesTest {
    private static final int PLAYERS = 5;
    private static final int STEPS = 1_500;
    /** Long enough for a relay to stand still for longer than the lobby waits. */
    private static final int STEPS_BETWEEN = 60;

    private static final MapType MAP = crossroads().mapType();
    private static final long TILES = (long) MAP.getWidth() * MAP.getHeight();

    private final MatchesWorld world = new MatchesWorld();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 144, 233, 377})
    void theLobbyCountsTheMatchesThatThereAre(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < PLAYERS; i++) {
            world.register(nameOf(i));
        }
        for (int i = 0; i < STEPS; i++) {
            step(random);
            whatIsCountedIsWhatIsOpen();
            if (i % STEPS_BETWEEN == 0) {
                settle();
                whatIsCountedIsWhatIsOpen();
                whatIsOpenIsThere();
            }
        }
        finish();

        assertThat(created()).hasSizeGreaterThan(20);
        aMatchIsGrantedOnlyWhereNoOtherOneOfTheSamePlayerCounts();
        eachIsReleasedOnceAndIsClosedAsOftenAsItCounts();
        eachStartsWithTwoOrMoreOrEndsUnplayed();
        nothingIsLeftOver();
    }

    private void step(Random random) {
        String name = nameOf(random.nextInt(PLAYERS));
        Principal player = MatchesWorld.player(name);
        VirtualRelay<?> relay = world.relays.get(random.nextInt(world.relays.size()));
        switch (random.nextInt(20)) {
            case 0, 1, 2 ->
                world.send(
                        name,
                        player,
                        new RequestMatch(
                                MAP,
                                null,
                                2 + random.nextInt(3),
                                random.nextLong(10_000, 300_000),
                                random.nextLong(10_000, 60_000),
                                null));
            case 3 -> {
                if (random.nextInt(4) == 0) {
                    world.send(name, player, new RequestPracticeGame(MAP, null, 0, 10_000L));
                }
            }
            case 4, 5, 6 -> join(random, name, player);
            case 7 -> world.pass(random.nextLong(2_000));
            case 8 -> world.pass(random.nextLong(random.nextInt(15) == 0 ? 500_000 : 30_000));
            case 9 -> relay.crash();
            case 10 -> relay.stands = random.nextInt(3) == 0;
            case 11, 12 -> relay.commit();
            case 13 -> {
                if (random.nextInt(10) == 0) {
                    aGame(random).ifPresent(id -> world.sendToGame(id, Principal.administrator(), new EndGame()));
                }
            }
            default -> {
                for (int i = 0; i < 10; i++) {
                    relay.step();
                }
            }
        }
    }

    private void join(Random random, String name, Principal player) {
        aGame(random).ifPresent(id -> world.sendToGame(id, player, new JoinGame(name)));
    }

    /** One of the latest games, which may be over. */
    private Optional<String> aGame(Random random) {
        List<String> games = new ArrayList<>(world.games.keySet());
        return games.isEmpty()
                ? Optional.empty()
                : Optional.of(games.get(Math.max(0, games.size() - 1 - random.nextInt(3))));
    }

    /** All relays go, and so much time passes that all is over. */
    private void finish() {
        settle();
        for (int i = 0; i < 180; i++) {
            world.settle();
            world.pass(60_000);
        }
        world.settle();
    }

    private void settle() {
        world.relays.forEach(relay -> relay.stands = false);
        world.settle();
    }

    private void whatIsCountedIsWhatIsOpen() {
        for (int i = 0; i < PLAYERS; i++) {
            List<OwnPracticeGame> games = world.lobbyPlayer(nameOf(i)).getPracticeGames();
            LobbyTotals totals = world.totals(nameOf(i));
            if (totals != null) {
                assertThat(totals.getMatches()).isEqualTo(open(games).size());
                assertThat(totals.getPracticeTiles()).isEqualTo(games.size() * TILES);
            }
        }
    }

    /** One that runs and does not count was reported more than seven minutes late, when its room had been released. */
    private void whatIsOpenIsThere() {
        Set<String> counted = new HashSet<>();
        for (int i = 0; i < PLAYERS; i++) {
            counted.addAll(open(world.lobbyPlayer(nameOf(i)).getPracticeGames()));
        }
        Set<String> there = world.games.values().stream()
                .filter(game -> game.game() != null
                        && game.game().getMatch() != null
                        && game.game().getState() != GameState.ENDED)
                .map(InMemoryGame::gameId)
                .collect(Collectors.toSet());
        assertThat(there).containsAll(counted);
        there.removeAll(counted);
        assertThat(payloadsOf(PracticeGameReleased.class))
                .extracting(PracticeGameReleased::getGameId)
                .containsAll(there);
    }

    private static List<String> open(List<OwnPracticeGame> games) {
        return games.stream()
                .filter(game -> game.getMatch() && !game.getClosed())
                .map(OwnPracticeGame::getGameId)
                .toList();
    }

    private void aMatchIsGrantedOnlyWhereNoOtherOneOfTheSamePlayerCounts() {
        Set<String> matches = matches();
        Map<String, Set<String>> counting = new HashMap<>();
        for (LobbyEvent event : world.lobbyLog) {
            Set<String> own = counting.computeIfAbsent(event.getSubject(), subject -> new HashSet<>());
            if (event.getPayload() instanceof MatchGranted granted) {
                assertThat(own).as(event.toString()).isEmpty();
                own.add(granted.getGameId());
            } else if (event.getPayload() instanceof PracticeGameConfirmed confirmed
                    && matches.contains(confirmed.getGameId())) {
                own.add(confirmed.getGameId());
            } else if (event.getPayload() instanceof PracticeGameClosed closed) {
                own.remove(closed.getGameId());
            }
        }
    }

    private void eachIsReleasedOnceAndIsClosedAsOftenAsItCounts() {
        for (MatchGranted granted : payloadsOf(MatchGranted.class)) {
            String id = granted.getGameId();
            boolean counts = false;
            int begins = 0;
            int closings = 0;
            for (LobbyEvent event : world.lobbyLog) {
                if (event.getPayload() == granted
                        || (event.getPayload() instanceof PracticeGameConfirmed confirmed
                                && confirmed.getGameId().equals(id))) {
                    begins += counts ? 0 : 1;
                    counts = true;
                } else if (event.getPayload() instanceof PracticeGameClosed closed
                        && closed.getGameId().equals(id)) {
                    assertThat(counts).as("%s closes what counts", event).isTrue();
                    closings++;
                    counts = false;
                }
            }
            assertThat(closings).as("closings of %s", id).isEqualTo(begins);
            assertThat(payloadsOf(PracticeGameReleased.class).stream()
                            .filter(released -> released.getGameId().equals(id)))
                    .as("releases of %s", id)
                    .hasSize(1);
        }
    }

    private void eachStartsWithTwoOrMoreOrEndsUnplayed() {
        assertThat(created()).doesNotHaveDuplicates();
        int unplayed = 0;
        for (String id : created()) {
            int joined = 0;
            boolean started = false;
            EndReason reason = null;
            for (Event event : world.gameLog) {
                if (!event.getGameId().equals(id)) {
                    continue;
                }
                if (event.getPayload() instanceof PlayerJoined) {
                    joined++;
                } else if (event.getPayload() instanceof GameStarted) {
                    assertThat(joined).isGreaterThanOrEqualTo(2);
                    started = true;
                } else if (event.getPayload() instanceof GameEnded ended) {
                    assertThat(reason).as("one end of %s", id).isNull();
                    reason = ended.getReason();
                }
            }
            assertThat(reason).as("the end of %s", id).isNotNull();
            if (!started && reason == EndReason.EXPIRED) {
                assertThat(joined).isLessThan(2);
                unplayed++;
            }
        }
        assertThat(unplayed).isPositive().isLessThan(created().size());
    }

    private void nothingIsLeftOver() {
        for (int i = 0; i < PLAYERS; i++) {
            assertThat(world.lobbyPlayer(nameOf(i)).getPracticeGames()).isEmpty();
            assertThat(world.totals(nameOf(i))).isEqualTo(new LobbyTotals(0L, 0L, 0L, 0L, 0L, 0L));
        }
    }

    private Set<String> matches() {
        return payloadsOf(MatchGranted.class).stream()
                .map(MatchGranted::getGameId)
                .collect(Collectors.toSet());
    }

    private List<String> created() {
        return world.gameLog.stream()
                .filter(event -> event.getPayload() instanceof GameCreated created && created.getMatch() != null)
                .map(Event::getGameId)
                .toList();
    }

    private <T> List<T> payloadsOf(Class<T> type) {
        return world.lobbyLog.stream()
                .map(LobbyEvent::getPayload)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private static String nameOf(int player) {
        return "Player" + player;
    }
}
