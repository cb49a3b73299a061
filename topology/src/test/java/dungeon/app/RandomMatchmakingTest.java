package dungeon.app;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.lobby.LobbyTables;
import dungeon.platform.core.Principal;
import dungeon.schemas.LeaveSearch;
import dungeon.schemas.LobbyEvent;
import dungeon.schemas.MatchRoomAssigned;
import dungeon.schemas.MatchRoomRequested;
import dungeon.schemas.Opponent;
import dungeon.schemas.OpponentSearch;
import dungeon.schemas.OpponentsMatched;
import dungeon.schemas.Pace;
import dungeon.schemas.PoolLeft;
import dungeon.schemas.RenewSearch;
import dungeon.schemas.RoomReleaseReason;
import dungeon.schemas.RoomReleased;
import dungeon.schemas.SearchEnded;
import dungeon.schemas.SearchOpponent;
import dungeon.schemas.SearchStarted;
import dungeon.schemas.state.LobbyPlayer;
import dungeon.schemas.tictactoe.LeaveRoom;
import dungeon.schemas.tictactoe.RoomCreated;
import dungeon.schemas.tictactoe.TicTacToeEvent;
import dungeon.schemas.topics.LobbySubjects;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever order things happen in, and however often relays stand still and repeat themselves: every pair has one room, and nobody two opponents. */
class RandomMatchmakingTest {
    private static final int PLAYERS = 6;
    private static final int STEPS = 1_500;

    private final MatchmakingWorld world = new MatchmakingWorld();
    private final Map<String, String> searches = new HashMap<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 144, 191, 265, 291})
    void everyPairHasOneRoom(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < PLAYERS; i++) {
            world.register(nameOf(i));
        }
        for (int i = 0; i < STEPS; i++) {
            step(random);
        }
        finish();

        assertThat(matched()).hasSizeGreaterThan(20);
        everySearchIsMatchedOnceAndNeverAfterItWasLeft();
        everyMatchHasOneRoom();
        nothingIsLeftOver();
    }

    private void step(Random random) {
        String name = nameOf(random.nextInt(PLAYERS));
        Principal player = MatchmakingWorld.player(name);
        String searchId = searches.get(name);
        VirtualRelay<?> relay = world.relays.get(random.nextInt(world.relays.size()));
        switch (random.nextInt(20)) {
            case 0, 1 -> search(random, name, player);
            case 2 -> {
                if (searchId != null) {
                    world.send(LobbySubjects.TICTACTOE_POOL, player, new LeaveSearch(searchId));
                }
            }
            case 3 -> {
                if (searchId != null) {
                    world.send(LobbySubjects.TICTACTOE_POOL, player, new RenewSearch(searchId));
                }
            }
            case 4 -> leaveARoom(random, player);
            case 5 -> world.pass(random.nextLong(2_000));
            case 6 -> world.pass(random.nextLong(random.nextInt(20) == 0 ? 400_000 : 5_000));
            case 7 -> relay.crash();
            case 8 -> relay.stands = random.nextInt(5) == 0;
            case 9, 10 -> relay.commit();
            default -> {
                relay.stands = relay.stands && random.nextInt(3) > 0;
                for (int i = 0; i < 10; i++) {
                    relay.step();
                }
            }
        }
    }

    private void search(Random random, String name, Principal player) {
        Opponent bot = random.nextInt(4) == 0 ? Opponent.EASY_BOT : null;
        Pace pace = random.nextInt(5) == 0 ? Pace.FAST : Pace.NORMAL;
        for (Object payload : world.send(
                LobbySubjects.ofPlayer(name), player, new SearchOpponent(pace, bot, random.nextLong(20_000)))) {
            if (payload instanceof SearchStarted started) {
                searches.put(name, started.getSearch().getSearchId());
            }
        }
    }

    private void leaveARoom(Random random, Principal player) {
        List<String> rooms = new ArrayList<>(createdRooms());
        if (!rooms.isEmpty()) {
            world.sendToRoom(rooms.get(random.nextInt(rooms.size())), player, new LeaveRoom());
        }
    }

    /** All relays go, and so much time passes that all is over that nobody goes on with. */
    private void finish() {
        world.relays.forEach(relay -> relay.stands = false);
        for (int i = 0; i < 240; i++) {
            world.settle();
            world.pass(60_000);
        }
        world.settle();
    }

    private void everySearchIsMatchedOnceAndNeverAfterItWasLeft() {
        Set<String> over = new HashSet<>();
        for (LobbyEvent event : world.lobbyLog) {
            if (event.getPayload() instanceof OpponentsMatched matched) {
                searchesOf(matched)
                        .forEach(search -> assertThat(over.add(search.getSearchId()))
                                .as(event.toString())
                                .isTrue());
                if (matched.getGuest() != null) {
                    assertThat(matched.getHost().getPlayerId())
                            .isNotEqualTo(matched.getGuest().getPlayerId());
                }
            } else if (event.getPayload() instanceof PoolLeft left) {
                over.add(left.getSearchId());
            }
        }
    }

    private void everyMatchHasOneRoom() {
        Set<String> created = createdRooms();
        Map<String, Set<String>> requested = new HashMap<>();
        for (LobbyEvent event : world.lobbyLog) {
            if (event.getPayload() instanceof MatchRoomRequested request) {
                requested
                        .computeIfAbsent(request.getSearchId(), id -> new HashSet<>())
                        .add(request.getRoomId());
            }
        }
        // After ten minutes of an outage both are free to search again.
        Set<String> givenUp = givenUp();
        Map<String, Set<String>> assigned = new HashMap<>();
        Set<String> ended = new HashSet<>();
        for (LobbyEvent event : world.lobbyLog) {
            if (event.getPayload() instanceof MatchRoomAssigned assignment) {
                assigned.computeIfAbsent(assignment.getSearchId(), id -> new HashSet<>())
                        .add(assignment.getRoomId());
            } else if (event.getPayload() instanceof SearchEnded end) {
                ended.add(end.getSearchId());
            }
        }
        for (OpponentsMatched match : matched()) {
            List<String> rooms = requested.getOrDefault(match.getHost().getSearchId(), Set.of()).stream()
                    .filter(created::contains)
                    .toList();
            boolean isGivenUp = givenUp.contains(match.getHost().getSearchId());
            assertThat(rooms).as("rooms of " + match).hasSizeBetween(isGivenUp ? 0 : 1, 1);
            if (match.getGuest() != null && !rooms.isEmpty()) {
                String guest = match.getGuest().getSearchId();
                assertThat(assigned.getOrDefault(guest, Set.of()))
                        .as("what the guest was told of " + match)
                        .contains(rooms.get(0));
                assertThat(ended).as("searches that came to nothing").doesNotContain(guest);
            }
        }
    }

    private Set<String> givenUp() {
        return world.lobbyLog.stream()
                .map(LobbyEvent::getPayload)
                .filter(RoomReleased.class::isInstance)
                .map(RoomReleased.class::cast)
                .filter(released -> released.getReason() != RoomReleaseReason.CLOSED)
                .map(RoomReleased::getSearchId)
                .collect(Collectors.toSet());
    }

    private void nothingIsLeftOver() {
        for (int i = 0; i < PLAYERS; i++) {
            LobbyPlayer player =
                    world.subject(LobbySubjects.ofPlayer(nameOf(i))).state().load(LobbyTables.PLAYERS, null);
            assertThat(player.getSearch()).isNull();
            assertThat(player.getRooms()).isEmpty();
        }
    }

    private List<OpponentsMatched> matched() {
        return world.lobbyLog.stream()
                .map(LobbyEvent::getPayload)
                .filter(OpponentsMatched.class::isInstance)
                .map(OpponentsMatched.class::cast)
                .toList();
    }

    private static Stream<OpponentSearch> searchesOf(OpponentsMatched matched) {
        return Stream.of(matched.getHost(), matched.getGuest()).filter(search -> search != null);
    }

    private Set<String> createdRooms() {
        return world.roomLog.stream()
                .filter(event -> event.getPayload() instanceof RoomCreated)
                .map(TicTacToeEvent::getRoomId)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String nameOf(int player) {
        return "Player" + player;
    }
}
