package dungeon.app;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.lobby.LobbyTables;
import dungeon.platform.core.Principal;
import dungeon.platform.envelope.Ids;
import dungeon.schemas.CommandRejected;
import dungeon.schemas.Detail;
import dungeon.schemas.EnterPool;
import dungeon.schemas.GuestKept;
import dungeon.schemas.LeaveSearch;
import dungeon.schemas.LobbyEvent;
import dungeon.schemas.Mark;
import dungeon.schemas.MatchRoomAssigned;
import dungeon.schemas.MatchRoomRequested;
import dungeon.schemas.Opponent;
import dungeon.schemas.OpponentSearch;
import dungeon.schemas.OpponentsMatched;
import dungeon.schemas.Pace;
import dungeon.schemas.PlayerExpired;
import dungeon.schemas.PoolEntered;
import dungeon.schemas.PoolLeft;
import dungeon.schemas.RejectionCode;
import dungeon.schemas.RemoveMapType;
import dungeon.schemas.RenewSearch;
import dungeon.schemas.RequestRoom;
import dungeon.schemas.RoomPlan;
import dungeon.schemas.RoomReleaseReason;
import dungeon.schemas.RoomReleased;
import dungeon.schemas.SearchEndReason;
import dungeon.schemas.SearchEnded;
import dungeon.schemas.SearchOpponent;
import dungeon.schemas.SearchRenewed;
import dungeon.schemas.SearchStarted;
import dungeon.schemas.state.LobbyPlayer;
import dungeon.schemas.state.OwnRoom;
import dungeon.schemas.tictactoe.LeaveRoom;
import dungeon.schemas.tictactoe.PlayerSeated;
import dungeon.schemas.tictactoe.RoomCreated;
import dungeon.schemas.tictactoe.RoomPlayer;
import dungeon.schemas.tictactoe.TicTacToeEvent;
import dungeon.schemas.topics.LobbySubjects;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How players who look for opponents come to a room: across the lobby's subjects, the pool, the rooms and the relays between them. */
class MatchmakingTest {
    private static final String POOL = LobbySubjects.TICTACTOE_POOL;
    private static final long SECOND_MS = 1_000;
    private static final long MINUTE_MS = 60 * SECOND_MS;

    private final MatchmakingWorld world = new MatchmakingWorld();

    MatchmakingTest() {
        List.of("Ann", "Bob", "Cid").forEach(world::register);
    }

    @Test
    void whoeverComesMeetsTheOneWhoWaits() {
        OpponentSearch ann = search("Ann", Pace.NORMAL);
        world.settle();
        assertThat(last(PoolEntered.class)).isEqualTo(new PoolEntered(ann, at(30 * SECOND_MS), null));

        world.nowMs += SECOND_MS;
        OpponentSearch bob = search("Bob", Pace.NORMAL);
        world.settle();

        RoomPlan plan = last(OpponentsMatched.class).getPlan();
        assertThat(last(OpponentsMatched.class)).isEqualTo(new OpponentsMatched(ann, bob, plan));
        assertThat(plan).isEqualTo(new RoomPlan(Opponent.PERSON, null, plan.getMark(), 30_000L, 120_000L));
        MatchRoomRequested requested = last(MatchRoomRequested.class);
        String roomId = requested.getRoomId();
        assertThat(requested)
                .isEqualTo(new MatchRoomRequested(ann.getSearchId(), roomId, null, "Ann", bob, plan, 1, at(MINUTE_MS)));
        assertThat(last(MatchRoomAssigned.class))
                .isEqualTo(new MatchRoomAssigned(bob.getSearchId(), roomId, null, at(15 * MINUTE_MS)));
        assertThat(rooms(RoomCreated.class)).singleElement().satisfies(event -> {
            assertThat(event.getRoomId()).isEqualTo(roomId);
            assertThat(((RoomCreated) event.getPayload()).getPlayer())
                    .isEqualTo(new RoomPlayer(ann.getPlayerId(), "Ann"));
        });
        assertThat(rooms(PlayerSeated.class))
                .singleElement()
                .satisfies(event -> assertThat(((PlayerSeated) event.getPayload()).getPlayer())
                        .isEqualTo(new RoomPlayer(bob.getPlayerId(), "Bob")));
        for (OpponentSearch search : List.of(ann, bob)) {
            LobbyPlayer player = player(search.getPlayerName());
            assertThat(player.getSearch()).isNull();
            assertThat(player.getRooms()).containsExactly(new OwnRoom(roomId, true, search.getSearchId(), null));
        }
    }

    @Test
    void theRoomOfTwoCountsForBothUntilItIsClosed() {
        OpponentSearch ann = search("Ann", Pace.NORMAL);
        OpponentSearch bob = search("Bob", Pace.NORMAL);
        world.settle();
        String roomId = last(MatchRoomRequested.class).getRoomId();

        world.sendToRoom(roomId, MatchmakingWorld.player("Bob"), new LeaveRoom());
        world.settle();

        assertThat(payloads(RoomReleased.class))
                .containsExactly(
                        new RoomReleased(roomId, RoomReleaseReason.CLOSED, ann.getSearchId()),
                        new RoomReleased(roomId, RoomReleaseReason.CLOSED, bob.getSearchId()));
        assertThat(player("Ann").getRooms()).isEmpty();
        assertThat(player("Bob").getRooms()).isEmpty();
    }

    @Test
    void playersOfDifferentPacesDoNotMeet() {
        search("Ann", Pace.FAST);
        search("Bob", Pace.SLOW);
        world.settle();
        assertThat(payloads(OpponentsMatched.class)).isEmpty();

        search("Cid", Pace.SLOW);
        world.settle();
        OpponentsMatched matched = last(OpponentsMatched.class);
        assertThat(matched.getHost().getPlayerName()).isEqualTo("Bob");
        assertThat(matched.getGuest().getPlayerName()).isEqualTo("Cid");
        assertThat(matched.getPlan().getMoveMs()).isEqualTo(300_000);
    }

    @Test
    void nobodySearchesTwiceAtATime() {
        OpponentSearch first = search("Ann", Pace.NORMAL);

        CommandRejected refused = (CommandRejected)
                world.send(first.getSubject(), MatchmakingWorld.player("Ann"), new SearchOpponent(Pace.FAST, null, 0L))
                        .get(0);
        assertThat(refused.getCode()).isEqualTo(RejectionCode.ALREADY_SEARCHING);
        assertThat(refused.getDetails()).containsExactly(new Detail("searchId", first.getSearchId()));
    }

    @Test
    void whoeverHasLeftIsNotMatched() {
        OpponentSearch ann = search("Ann", Pace.NORMAL);
        world.settle();

        assertThat(leave("Ann", ann))
                .containsExactly(new PoolLeft(ann.getSearchId(), ann.getSubject(), SearchEndReason.LEFT));
        search("Bob", Pace.NORMAL);
        world.settle();

        assertThat(payloads(OpponentsMatched.class)).isEmpty();
        assertThat(payloads(SearchEnded.class))
                .containsExactly(new SearchEnded(ann.getSearchId(), SearchEndReason.LEFT));
        assertThat(player("Ann").getSearch()).isNull();
    }

    @Test
    void whoeverIsMatchedCannotLeaveAnyMore() {
        OpponentSearch ann = search("Ann", Pace.NORMAL);
        search("Bob", Pace.NORMAL);
        world.settle();

        assertThat(code(leave("Ann", ann))).isEqualTo(RejectionCode.NOT_SEARCHING);
        assertThat(code(renew("Ann", ann))).isEqualTo(RejectionCode.NOT_SEARCHING);
    }

    @Test
    void nobodyEndsTheSearchOfSomebodyElse() {
        OpponentSearch ann = search("Ann", Pace.NORMAL);
        world.settle();

        assertThat(code(leave("Bob", ann))).isEqualTo(RejectionCode.NOT_SEARCHING);
        assertThat(code(renew("Bob", ann))).isEqualTo(RejectionCode.NOT_SEARCHING);
    }

    @Test
    void aSearchEndsThatIsNotRenewed() {
        OpponentSearch ann = search("Ann", Pace.NORMAL);
        world.settle();

        world.pass(20 * SECOND_MS);
        assertThat(renew("Ann", ann)).containsExactly(new SearchRenewed(ann.getSearchId(), at(30 * SECOND_MS)));
        world.pass(30 * SECOND_MS - 1);
        assertThat(payloads(PoolLeft.class)).isEmpty();
        world.pass(1);
        world.settle();

        assertThat(payloads(SearchEnded.class))
                .containsExactly(new SearchEnded(ann.getSearchId(), SearchEndReason.EXPIRED));
    }

    @Test
    void aSearchThatIsRenewedForEverEndsAfterHalfAnHour() {
        OpponentSearch ann = search("Ann", Pace.NORMAL);
        world.settle();

        for (int i = 0; i < 90; i++) {
            world.pass(20 * SECOND_MS);
            renew("Ann", ann);
        }
        world.settle();

        assertThat(payloads(PoolLeft.class))
                .containsExactly(new PoolLeft(ann.getSearchId(), ann.getSubject(), SearchEndReason.EXPIRED));
        assertThat(lobby(PoolLeft.class).get(0).getTime())
                .isEqualTo(Instant.ofEpochMilli(MatchmakingWorld.START_MS + 30 * MINUTE_MS));
    }

    @Test
    void aBotPlaysIfNoPersonComesInTime() {
        Principal player = MatchmakingWorld.player("Ann");
        world.send(LobbySubjects.ofPlayer("Ann"), player, new SearchOpponent(Pace.FAST, Opponent.PERFECT_BOT, 15_000L));
        world.settle();
        world.pass(15 * SECOND_MS - 1);
        assertThat(payloads(OpponentsMatched.class)).isEmpty();
        world.pass(1);
        world.settle();

        MatchRoomRequested requested = last(MatchRoomRequested.class);
        assertThat(requested.getOpponent()).isNull();
        assertThat(requested.getPlan().getOpponent()).isEqualTo(Opponent.PERFECT_BOT);
        assertThat(rooms(RoomCreated.class)).hasSize(1);
        assertThat(rooms(PlayerSeated.class)).isEmpty();
        assertThat(payloads(MatchRoomAssigned.class)).isEmpty();
    }

    @Test
    void aPairWhoseRoomCameTooLateGetsAnother() {
        world.toRooms.stands = true;
        OpponentSearch ann = search("Ann", Pace.NORMAL);
        OpponentSearch bob = search("Bob", Pace.NORMAL);
        world.settle();
        String tooLate = last(MatchRoomRequested.class).getRoomId();

        world.nowMs += 40 * SECOND_MS;
        world.toRooms.stands = false;
        world.settle();

        MatchRoomRequested requested = last(MatchRoomRequested.class);
        assertThat(requested.getReplacedRoomId()).isEqualTo(tooLate);
        assertThat(requested.getAttempt()).isEqualTo(2);
        String roomId = requested.getRoomId();
        assertThat(rooms(RoomCreated.class))
                .extracting(TicTacToeEvent::getRoomId)
                .containsExactly(roomId);
        assertThat(last(MatchRoomAssigned.class).getReplacedRoomId()).isEqualTo(tooLate);
        assertThat(player("Ann").getRooms()).containsExactly(new OwnRoom(roomId, true, ann.getSearchId(), null));
        assertThat(player("Bob").getRooms()).containsExactly(new OwnRoom(roomId, true, bob.getSearchId(), null));
    }

    @Test
    void aRoomOfWhichNothingIsHeardIsAskedForAgainAndGivenUpInTheEnd() {
        world.fromRooms.stands = true;
        search("Ann", Pace.NORMAL);
        search("Bob", Pace.NORMAL);
        world.settle();
        String roomId = last(MatchRoomRequested.class).getRoomId();

        for (int attempt = 2; attempt <= 10; attempt++) {
            world.pass(MINUTE_MS);
            assertThat(last(MatchRoomRequested.class).getAttempt()).isEqualTo(attempt);
            assertThat(last(MatchRoomRequested.class).getRoomId()).isEqualTo(roomId);
            world.settle();
        }
        world.pass(MINUTE_MS);

        assertThat(player("Ann").getRooms()).isEmpty();
        assertThat(last(RoomReleased.class).getReason()).isEqualTo(RoomReleaseReason.GIVEN_UP);
        world.pass(5 * MINUTE_MS);
        assertThat(player("Bob").getRooms()).isEmpty();
        assertThat(rooms(RoomCreated.class)).hasSize(1);
    }

    @Test
    void aSearchThatARelayTellsOfAgainAfterAnOutageIsNotTakenForANewOne() {
        OpponentSearch ann = search("Ann", Pace.NORMAL);
        world.settle();
        leave("Ann", ann);
        world.settle();

        world.nowMs += 6 * MINUTE_MS;
        world.withinLobby.crash();
        world.settle();
        search("Bob", Pace.NORMAL);
        world.settle();

        assertThat(payloads(OpponentsMatched.class)).isEmpty();
        assertThat(payloads(PoolEntered.class)).hasSize(2);
    }

    @Test
    void aSearchThatIsToldOfAgainAfterItWasMatchedStillComesToItsRoom() {
        search("Ann", Pace.NORMAL);
        world.settle();
        OpponentSearch bob = search("Bob", Pace.NORMAL);
        // The first order of the relay is decided as of now; it goes down before it has committed that, for six
        // minutes.
        world.withinLobby.commit();
        world.withinLobby.step();
        assertThat(payloads(OpponentsMatched.class)).hasSize(1);
        world.nowMs += 6 * MINUTE_MS;
        world.withinLobby.crash();
        world.settle();

        assertThat(payloads(PoolLeft.class)).hasSize(1);
        assertThat(payloads(SearchEnded.class)).isEmpty();
        assertThat(last(MatchRoomAssigned.class).getSearchId()).isEqualTo(bob.getSearchId());
    }

    @Test
    void whoeverLeavesBeforeTheyAreInThePoolLeavesOnceTheyAre() {
        world.withinLobby.stands = true;
        OpponentSearch ann = search("Ann", Pace.NORMAL);
        assertThat(code(leave("Ann", ann))).isEqualTo(RejectionCode.NOT_SEARCHING);

        world.withinLobby.stands = false;
        world.settle();
        assertThat(leave("Ann", ann)).hasOnlyElementsOfType(PoolLeft.class);
    }

    @Test
    void whoeverWaitsForTheRoomOfAnOpponentWhoIsGoneSearchesAgainAfterAWhile() {
        search("Ann", Pace.NORMAL);
        world.settle();
        OpponentSearch bob = search("Bob", Pace.NORMAL);
        for (int i = 0; i < 2; i++) {
            world.withinLobby.step();
        }
        world.withinLobby.stands = true;
        world.pass(MINUTE_MS);
        assertThat(player("Bob").getSearch().getMatched()).isTrue();

        world.pass(15 * MINUTE_MS);

        assertThat(payloads(SearchEnded.class))
                .containsExactly(new SearchEnded(bob.getSearchId(), SearchEndReason.GIVEN_UP));
    }

    @Test
    void nobodyRemovesAMapTypeFromAPool() {
        search("Ann", Pace.NORMAL);
        world.settle();

        assertThat(code(world.send(POOL, Principal.administrator(), new RemoveMapType(Ids.numbered("map type", 1)))))
                .isEqualTo(RejectionCode.MALFORMED);
    }

    @Test
    void aSearchCountsAsTheRoomThatItLeadsTo() {
        RoomPlan plan = new RoomPlan(Opponent.PERSON, null, Mark.X, 30_000L, 120_000L);
        for (int i = 0; i < 4; i++) {
            world.send(LobbySubjects.ofPlayer("Ann"), MatchmakingWorld.player("Ann"), new RequestRoom(plan));
        }
        search("Ann", Pace.NORMAL);

        assertThat(code(world.send(
                        LobbySubjects.ofPlayer("Ann"), MatchmakingWorld.player("Ann"), new RequestRoom(plan))))
                .isEqualTo(RejectionCode.LIMIT_REACHED);
    }

    @Test
    void aSixthRoomIsNotLookedFor() {
        RoomPlan plan = new RoomPlan(Opponent.PERSON, null, Mark.X, 30_000L, 120_000L);
        for (int i = 0; i < 5; i++) {
            world.send(LobbySubjects.ofPlayer("Ann"), MatchmakingWorld.player("Ann"), new RequestRoom(plan));
        }

        assertThat(code(world.send(
                        LobbySubjects.ofPlayer("Ann"),
                        MatchmakingWorld.player("Ann"),
                        new SearchOpponent(Pace.NORMAL, null, 0L))))
                .isEqualTo(RejectionCode.LIMIT_REACHED);
    }

    @Test
    void aGuestIsNotForgottenWhileLookingForAnOpponent() {
        String name = LobbySubjects.guestName("Mokuri", MatchmakingWorld.START_MS);
        world.register(name);
        world.nowMs += Duration.ofDays(1).toMillis() - SECOND_MS;
        OpponentSearch search = search(name, Pace.NORMAL);
        world.pass(SECOND_MS);

        assertThat(payloads(PlayerExpired.class)).isEmpty();
        assertThat(payloads(GuestKept.class)).hasSize(1);
        assertThat(player(name).getSearch().getSearchId()).isEqualTo(search.getSearchId());
    }

    @Test
    void whatTheLobbyTellsItselfComesFromNobodyElse() {
        OpponentSearch ann = search("Ann", Pace.NORMAL);

        for (Principal sender :
                List.of(MatchmakingWorld.player("Ann"), Principal.administrator(), Principal.service("tictactoe"))) {
            assertThat(code(world.send(POOL, sender, new EnterPool(ann)))).isEqualTo(RejectionCode.UNAUTHENTICATED);
        }
    }

    @Test
    void whatCannotBeSearchedForIsRefused() {
        for (SearchOpponent wish : List.of(
                new SearchOpponent(Pace.UNKNOWN, null, 0L),
                new SearchOpponent(Pace.FAST, Opponent.PERSON, 0L),
                new SearchOpponent(Pace.SLOW, Opponent.EASY_BOT, 0L),
                new SearchOpponent(Pace.FAST, Opponent.EASY_BOT, 60_001L),
                new SearchOpponent(Pace.FAST, Opponent.EASY_BOT, -1L))) {
            assertThat(code(world.send(LobbySubjects.ofPlayer("Ann"), MatchmakingWorld.player("Ann"), wish)))
                    .as(wish.toString())
                    .isEqualTo(RejectionCode.MALFORMED);
        }
        assertThat(code(world.send(
                        "pool:chess", MatchmakingWorld.player("Ann"), new LeaveSearch(Ids.numbered("search", 1)))))
                .isEqualTo(RejectionCode.MALFORMED);
    }

    private OpponentSearch search(String name, Pace pace) {
        List<Object> outcome = world.send(
                LobbySubjects.ofPlayer(name), MatchmakingWorld.player(name), new SearchOpponent(pace, null, 0L));
        return ((SearchStarted) outcome.get(outcome.size() - 1)).getSearch();
    }

    private List<Object> leave(String name, OpponentSearch search) {
        return world.send(POOL, MatchmakingWorld.player(name), new LeaveSearch(search.getSearchId()));
    }

    private List<Object> renew(String name, OpponentSearch search) {
        return world.send(POOL, MatchmakingWorld.player(name), new RenewSearch(search.getSearchId()));
    }

    private LobbyPlayer player(String name) {
        return world.subject(LobbySubjects.ofPlayer(name)).state().load(LobbyTables.PLAYERS, null);
    }

    private Instant at(long msFromNow) {
        return Instant.ofEpochMilli(world.nowMs + msFromNow);
    }

    private static RejectionCode code(List<Object> outcome) {
        return ((CommandRejected) outcome.get(0)).getCode();
    }

    private List<LobbyEvent> lobby(Class<?> type) {
        return world.lobbyLog.stream()
                .filter(event -> type.isInstance(event.getPayload()))
                .toList();
    }

    private <T> List<T> payloads(Class<T> type) {
        return lobby(type).stream().map(event -> type.cast(event.getPayload())).toList();
    }

    private <T> T last(Class<T> type) {
        List<T> all = payloads(type);
        return all.get(all.size() - 1);
    }

    private List<TicTacToeEvent> rooms(Class<?> type) {
        return world.roomLog.stream()
                .filter(event -> type.isInstance(event.getPayload()))
                .toList();
    }
}
