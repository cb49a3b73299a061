package dungeon.lobby;

import static dungeon.lobby.LobbyTables.PLAYERS;
import static dungeon.lobby.LobbyTables.TOTALS;

import dungeon.platform.core.Decider;
import dungeon.platform.core.Decision;
import dungeon.platform.core.state.StateReader;
import dungeon.platform.core.timers.TimerId;
import dungeon.platform.envelope.Handlers;
import dungeon.platform.envelope.Ids;
import dungeon.schemas.AssignOpponent;
import dungeon.schemas.AssignRoom;
import dungeon.schemas.CommandRejected;
import dungeon.schemas.CreateMapType;
import dungeon.schemas.Detail;
import dungeon.schemas.EndSearch;
import dungeon.schemas.EnterPool;
import dungeon.schemas.ExpectRoom;
import dungeon.schemas.GuestKept;
import dungeon.schemas.LeaveSearch;
import dungeon.schemas.LobbyCommand;
import dungeon.schemas.PlayerExpired;
import dungeon.schemas.PlayerRegistered;
import dungeon.schemas.RegisterPlayer;
import dungeon.schemas.RejectionCode;
import dungeon.schemas.RemoveMapType;
import dungeon.schemas.RenamePlayer;
import dungeon.schemas.RenewSearch;
import dungeon.schemas.ReportParticipation;
import dungeon.schemas.ReportPracticeGame;
import dungeon.schemas.ReportRoom;
import dungeon.schemas.RequestMatch;
import dungeon.schemas.RequestPracticeGame;
import dungeon.schemas.RequestRoom;
import dungeon.schemas.RoomReleaseReason;
import dungeon.schemas.SearchOpponent;
import dungeon.schemas.StoreMapType;
import dungeon.schemas.Tick;
import dungeon.schemas.state.LobbyPlayer;
import dungeon.schemas.state.LobbyTotals;
import dungeon.schemas.state.OwnMapType;
import dungeon.schemas.state.OwnPracticeGame;
import dungeon.schemas.state.OwnRoom;
import dungeon.schemas.topics.GivenNames;
import dungeon.schemas.topics.LobbySubjects;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** What commands to the lobby cause: players register, store map types and ask for practice games, matches and rooms, each within limits. */
final class LobbyDecider implements Decider<LobbyCommand, StateReader> {
    private static final LobbyTotals NOTHING = new LobbyTotals(0L, 0L, 0L, 0L, 0L, 0L);

    private final Handlers<Decision<StateReader>, Void> handlers;

    LobbyDecider(MapTypeCheck check) {
        MapTypeRules mapTypes = new MapTypeRules(check);
        OwnGames games = new OwnGames(check);
        PracticeRules practice = new PracticeRules(games);
        MatchRules matches = new MatchRules(games);
        this.handlers = Handlers.<Decision<StateReader>, Void>of(LobbyCommand.getClassSchema(), "payload")
                .on(RegisterPlayer.class, (decision, none, register) -> register(decision, register))
                .on(CreateMapType.class, (decision, none, create) -> mapTypes.create(decision, create))
                .on(StoreMapType.class, (decision, none, store) -> mapTypes.store(decision, store))
                .on(RemoveMapType.class, (decision, none, remove) -> MapTypeRules.remove(decision, remove))
                .on(RequestPracticeGame.class, (decision, none, request) -> practice.request(decision, request))
                .on(RequestMatch.class, (decision, none, request) -> matches.request(decision, request))
                .on(ReportPracticeGame.class, (decision, none, report) -> PracticeRules.report(decision, report))
                .on(ReportParticipation.class, (decision, none, report) -> decision.emit(new GuestKept()))
                .on(RenamePlayer.class, (decision, none, rename) -> NameRules.rename(decision))
                .on(RequestRoom.class, (decision, none, request) -> RoomRules.request(decision, request))
                .on(ReportRoom.class, (decision, none, report) -> RoomRules.report(decision, report))
                .on(SearchOpponent.class, (decision, none, search) -> SearchRules.search(decision, search))
                .on(RenewSearch.class, (decision, none, renew) -> PoolRules.renew(decision, renew))
                .on(LeaveSearch.class, (decision, none, leave) -> PoolRules.leave(decision, leave))
                .on(EnterPool.class, (decision, none, enter) -> PoolRules.enter(decision, enter))
                .on(AssignOpponent.class, (decision, none, assign) -> SearchRules.assignOpponent(decision, assign))
                .on(ExpectRoom.class, (decision, none, expect) -> SearchRules.expectRoom(decision, expect))
                .on(AssignRoom.class, (decision, none, assign) -> SearchRules.assignRoom(decision, assign))
                .on(EndSearch.class, (decision, none, end) -> SearchRules.end(decision, end))
                .ignore(Tick.class)
                .build();
    }

    @Override
    public void decide(Decision<StateReader> decision, LobbyCommand command) {
        handlers.handle(decision, null, (SpecificRecord) command.getPayload());
    }

    @Override
    public void fire(Decision<StateReader> decision, TimerId timer) {
        switch (timer.kind()) {
            case LobbyTimers.GUEST_KIND -> expire(decision);
            case LobbyTimers.PRACTICE_GAME -> PracticeRules.giveUp(decision, timer.subject());
            case LobbyTimers.MAP_TYPE -> MapTypeRules.removeUnused(decision, timer.subject());
            case LobbyTimers.RELEASE -> PracticeRules.release(decision, timer.subject());
            case LobbyTimers.ROOM -> RoomRules.overdue(decision, timer.subject());
            case LobbyTimers.SEARCH -> SearchRules.giveUp(decision, timer.subject());
            case LobbyTimers.WAITING -> PoolRules.expire(decision, timer.subject());
            case LobbyTimers.BOT -> PoolRules.matchBot(decision, timer.subject());
            default ->
                throw new IllegalStateException("A timer of a kind that a newer build has written: %s of %s"
                        .formatted(timer, decision.aggregateId()));
        }
    }

    private static void register(Decision<StateReader> decision, RegisterPlayer register) {
        String name = register.getPlayerName();
        boolean guest = LobbySubjects.isGuestName(name);
        if (guest && !isOfNow(name, decision.time())) {
            refuse(
                    decision,
                    RejectionCode.MALFORMED,
                    "Names that begin with Guest- are made up for guests",
                    List.of(new Detail("playerName", "is none that was made just now")));
        } else if (GivenNames.areLike(name)) {
            refuse(
                    decision,
                    RejectionCode.MALFORMED,
                    "Names that begin with Renamed- are given to players whose own was taken away",
                    List.of(new Detail("playerName", "is kept for others")));
        } else if (decision.isTaken()) {
            refuse(decision, RejectionCode.NAME_TAKEN, "The name %s is taken".formatted(name), List.of());
        } else if (guest && totals(decision).getGuests() >= LobbyLimits.GUESTS_PER_PARTITION) {
            refuseForLackOfRoom(
                    decision,
                    "guests",
                    LobbyLimits.GUESTS_PER_PARTITION,
                    "Too many guests have registered and not played; take a name of your own, or come again later",
                    LobbyLimits.GUEST_UNUSED);
        } else {
            decision.emit(new PlayerRegistered(
                    Ids.nameBased(decision.aggregateId()),
                    name,
                    guest ? decision.time().plus(LobbyLimits.GUEST_UNUSED) : null));
        }
    }

    private static boolean isOfNow(String guestName, Instant now) {
        long madeAtMs = LobbySubjects.guestTimeMs(guestName);
        return madeAtMs >= now.minus(LobbyLimits.GUEST_NAME_LATE).toEpochMilli()
                && madeAtMs <= now.plus(LobbyLimits.GUEST_NAME_EARLY).toEpochMilli();
    }

    /** Forgets a guest who has not played, and all that is counted of them, which nobody else could give free again. */
    private static void expire(Decision<StateReader> decision) {
        LobbyPlayer guest = decision.state().get(PLAYERS);
        if (guest.getSearch() != null || guest.getRooms().stream().anyMatch(room -> room.getSearchId() != null)) {
            // An opponent relies on whoever is about to play.
            decision.emit(new GuestKept());
            return;
        }
        for (OwnMapType mapType : guest.getMapTypes()) {
            MapTypeRules.removeUnused(decision, mapType.getMapTypeId());
        }
        for (OwnPracticeGame game : guest.getPracticeGames()) {
            PracticeRules.release(decision, game.getGameId());
        }
        for (OwnRoom room : guest.getRooms()) {
            RoomRules.release(decision, room, RoomReleaseReason.GIVEN_UP);
        }
        decision.emit(new PlayerExpired());
    }

    static LobbyTotals totals(Decision<StateReader> decision) {
        LobbyTotals totals = decision.state().get(TOTALS);
        return totals == null ? NOTHING : totals;
    }

    static void refuse(Decision<StateReader> decision, RejectionCode code, String message, List<Detail> details) {
        decision.reject(new CommandRejected(code, message, details));
    }

    /**
     * Refuses what there is no room for now.
     *
     * @param limit the name of the limit
     * @param again after how long there may be room, in the details as retryAfterMs
     * @param more what stands in the way, if that can be named
     */
    static void refuseForLackOfRoom(
            Decision<StateReader> decision, String limit, long most, String message, Duration again, Detail... more) {
        List<Detail> details = new ArrayList<>(List.of(
                new Detail("limit", limit),
                new Detail("maximum", String.valueOf(most)),
                new Detail("retryAfterMs", String.valueOf(again.toMillis()))));
        details.addAll(List.of(more));
        refuse(decision, RejectionCode.LIMIT_REACHED, message, details);
    }
}
