package dungeon.lobby;

import dungeon.platform.core.AdmissionPolicy;
import dungeon.platform.core.Fault;
import dungeon.platform.core.FormCheck;
import dungeon.platform.core.Principal;
import dungeon.platform.envelope.Handlers;
import dungeon.platform.envelope.Ids;
import dungeon.platform.envelope.PrincipalKind;
import dungeon.schemas.AssignOpponent;
import dungeon.schemas.AssignRoom;
import dungeon.schemas.CreateMapType;
import dungeon.schemas.EndSearch;
import dungeon.schemas.EnterPool;
import dungeon.schemas.ExpectRoom;
import dungeon.schemas.GameState;
import dungeon.schemas.HouseBot;
import dungeon.schemas.LeaveSearch;
import dungeon.schemas.LobbyCommand;
import dungeon.schemas.Opponent;
import dungeon.schemas.OpponentSearch;
import dungeon.schemas.Pace;
import dungeon.schemas.RegisterPlayer;
import dungeon.schemas.RemoveMapType;
import dungeon.schemas.RenamePlayer;
import dungeon.schemas.RenewSearch;
import dungeon.schemas.ReportParticipation;
import dungeon.schemas.ReportPracticeGame;
import dungeon.schemas.ReportRoom;
import dungeon.schemas.RequestMatch;
import dungeon.schemas.RequestPracticeGame;
import dungeon.schemas.RequestRoom;
import dungeon.schemas.RoomReport;
import dungeon.schemas.SearchOpponent;
import dungeon.schemas.StoreMapType;
import dungeon.schemas.Tick;
import dungeon.schemas.topics.FieldBounds;
import dungeon.schemas.topics.LobbySubjects;
import dungeon.schemas.topics.RoomPlanForm;
import dungeon.schemas.topics.SearchForm;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/**
 * What a command to the lobby must look like, and who may give it: players are registered by the ingest alone, and what has become of
 * a game is reported by that game alone.
 */
final class LobbyAdmission implements AdmissionPolicy<LobbyCommand> {
    /** The contexts that report; the lobby knows nothing else of them. */
    private static final Principal ROBOTS = Principal.service("robots");

    private static final Principal TICTACTOE = Principal.service("tictactoe");

    /** What one subject of the lobby tells another. */
    private static final Principal LOBBY = Principal.service("lobby");

    private static final Handlers<FormCheck, LobbyCommand> FORM = Handlers.<FormCheck, LobbyCommand>of(
                    LobbyCommand.getClassSchema(), "payload")
            .on(RegisterPlayer.class, (form, command, register) -> {
                String name = register.getPlayerName();
                if (form.check(
                        "playerName",
                        LobbySubjects.isPlayerName(name),
                        "must have 3 to 32 of the characters A-Z, a-z, 0-9, _ and -")) {
                    form.check(
                            "subject",
                            command.getSubject().equals(LobbySubjects.ofPlayer(name)),
                            "must be that of the playerName");
                }
            })
            .on(CreateMapType.class, (form, command, create) -> {
                String id = create.getMapTypeId();
                if (form.id("mapTypeId", id)) {
                    form.check(
                            "subject",
                            command.getSubject().equals(LobbySubjects.ofMapType(id)),
                            "must be that of the mapTypeId");
                }
            })
            .on(StoreMapType.class, (form, command, store) -> checkPlayer(form, command))
            .on(RemoveMapType.class, (form, command, remove) -> {
                form.id("mapTypeId", remove.getMapTypeId());
                form.check("subject", !LobbySubjects.isPool(command.getSubject()), "must not be that of a pool");
            })
            .on(RequestPracticeGame.class, (form, command, request) -> {
                checkPlayer(form, command);
                if (request.getMapTypeId() != null) {
                    form.id("mapTypeId", request.getMapTypeId());
                }
                form.between("bots", request.getBots(), 0, LobbyLimits.PRACTICE_BOTS_MAXIMUM);
                form.between(
                        "durationMs",
                        request.getDurationMs(),
                        LobbyLimits.PRACTICE_DURATION_MINIMUM.toMillis(),
                        LobbyLimits.PRACTICE_DURATION_MAXIMUM.toMillis());
            })
            .on(RequestMatch.class, (form, command, request) -> {
                checkPlayer(form, command);
                if (request.getMapTypeId() != null) {
                    form.id("mapTypeId", request.getMapTypeId());
                }
                checkBounds(form, "seats", request.getSeats(), FieldBounds.SEATS);
                checkBounds(form, "durationMs", request.getDurationMs(), FieldBounds.MATCH_DURATION_MS);
                checkBounds(form, "waitMs", request.getWaitMs(), FieldBounds.ofWait(request.getBots()));
                form.check("bots", request.getBots() != HouseBot.UNKNOWN, "is not known to this build");
            })
            .on(ReportPracticeGame.class, (form, command, report) -> {
                checkPlayer(form, command);
                form.id("gameId", report.getGameId());
                form.check(
                        "state",
                        report.getState() == GameState.CREATED || report.getState() == GameState.ENDED,
                        "must be CREATED or ENDED");
            })
            .on(RenamePlayer.class, (form, command, rename) -> checkPlayer(form, command))
            .on(ReportParticipation.class, (form, command, report) -> {
                checkPlayer(form, command);
                form.id("gameId", report.getGameId());
            })
            .on(RequestRoom.class, (form, command, request) -> {
                checkPlayer(form, command);
                RoomPlanForm.faults(request.getPlan())
                        .forEach(fault -> form.check("plan." + fault.field(), false, fault.problem()));
            })
            .on(ReportRoom.class, (form, command, report) -> {
                checkPlayer(form, command);
                form.id("roomId", report.getRoomId());
                form.check("report", report.getReport() != RoomReport.UNKNOWN, "must be OPENED, CLOSED or REFUSED");
            })
            .on(SearchOpponent.class, (form, command, search) -> {
                checkPlayer(form, command);
                checkWish(form, "", search.getPace(), search.getBot(), search.getBotAfterMs());
            })
            .on(RenewSearch.class, (form, command, renew) -> {
                checkPool(form, command);
                form.id("searchId", renew.getSearchId());
            })
            .on(LeaveSearch.class, (form, command, leave) -> {
                checkPool(form, command);
                form.id("searchId", leave.getSearchId());
            })
            .on(EnterPool.class, (form, command, enter) -> {
                checkPool(form, command);
                checkSearch(form, "search.", enter.getSearch());
            })
            .on(AssignOpponent.class, (form, command, assign) -> {
                checkPlayer(form, command);
                form.id("searchId", assign.getSearchId());
                if (assign.getOpponent() != null) {
                    checkSearch(form, "opponent.", assign.getOpponent());
                }
                RoomPlanForm.faults(assign.getPlan())
                        .forEach(fault -> form.check("plan." + fault.field(), false, fault.problem()));
            })
            .on(ExpectRoom.class, (form, command, expect) -> {
                checkPlayer(form, command);
                form.id("searchId", expect.getSearchId());
            })
            .on(AssignRoom.class, (form, command, assign) -> {
                checkPlayer(form, command);
                form.id("searchId", assign.getSearchId());
                form.id("roomId", assign.getRoomId());
            })
            .on(EndSearch.class, (form, command, end) -> {
                checkPlayer(form, command);
                form.id("searchId", end.getSearchId());
            })
            .ignore(Tick.class)
            .build();

    @Override
    public String kindFault(LobbyCommand command, Principal sender) {
        Object payload = command.getPayload();
        List<Principal> reporters = reporters(payload);
        if (!reporters.isEmpty()) {
            return reporters.contains(sender)
                    ? null
                    : "What has become of a game or a search is reported by its service";
        }
        if (sender.kind() == PrincipalKind.SERVICE) {
            return "Nothing else here is for services";
        }
        boolean registers = payload instanceof RegisterPlayer;
        if (registers != (sender.kind() == PrincipalKind.REGISTRAR)) {
            return registers ? "Players are registered by the ingest" : "This token is for registering only";
        }
        return null;
    }

    /** The services that may give such an order; none if it is not for services. */
    private static List<Principal> reporters(Object payload) {
        if (payload instanceof ReportPracticeGame) {
            return List.of(ROBOTS);
        }
        if (payload instanceof ReportRoom) {
            return List.of(TICTACTOE);
        }
        if (payload instanceof EnterPool
                || payload instanceof AssignOpponent
                || payload instanceof ExpectRoom
                || payload instanceof AssignRoom
                || payload instanceof EndSearch) {
            return List.of(LOBBY);
        }
        return payload instanceof ReportParticipation ? List.of(ROBOTS, TICTACTOE) : List.of();
    }

    @Override
    public String identityFault(LobbyCommand command, Principal sender) {
        // A map type of the administrator's belongs to nobody, so it is told later who may make one.
        // Whose a search is, the pool knows.
        boolean isOfNobody = sender.playerId() == null
                || command.getPayload() instanceof CreateMapType
                || command.getPayload() instanceof RenewSearch
                || command.getPayload() instanceof LeaveSearch;
        return isOfNobody || Ids.nameBased(command.getSubject()).equals(sender.playerId())
                ? null
                : "The token is not for this subject";
    }

    @Override
    public List<Fault> faults(LobbyCommand command) {
        FormCheck form = new FormCheck();
        FORM.handle(form, command, (SpecificRecord) command.getPayload());
        return form.faults();
    }

    /** Who registers, makes a map type or is the first of a pool begins a subject; whoever removes or leaves what is not there is told so. */
    @Override
    public boolean creates(LobbyCommand command) {
        Object payload = command.getPayload();
        return payload instanceof RegisterPlayer
                || payload instanceof CreateMapType
                || payload instanceof RemoveMapType
                || payload instanceof EnterPool
                || payload instanceof RenewSearch
                || payload instanceof LeaveSearch;
    }

    /** What is for a player finds no player under another subject, although something may be there. */
    private static void checkPlayer(FormCheck form, LobbyCommand command) {
        form.check("subject", LobbySubjects.isPlayer(command.getSubject()), "must be that of a player");
    }

    private static void checkPool(FormCheck form, LobbyCommand command) {
        form.check("subject", LobbySubjects.isPool(command.getSubject()), "must be that of a pool");
    }

    private static void checkSearch(FormCheck form, String path, OpponentSearch search) {
        form.id(path + "searchId", search.getSearchId());
        form.id(path + "playerId", search.getPlayerId());
        form.check(
                path + "playerName",
                LobbySubjects.isPlayerName(search.getPlayerName()),
                "must be the name of a player");
        form.check(path + "subject", LobbySubjects.isPlayer(search.getSubject()), "must be that of a player");
        checkWish(form, path, search.getPace(), search.getBot(), search.getBotAfterMs());
    }

    private static void checkWish(FormCheck form, String path, Pace pace, Opponent bot, long botAfterMs) {
        form.check(path + "pace", pace != Pace.UNKNOWN, "must be FAST, NORMAL or SLOW");
        String botFault = SearchForm.botFault(pace, bot);
        form.check(path + "bot", botFault == null, botFault);
        form.check(
                path + "bot", bot == null || pace != Pace.SLOW, "must be null at the pace SLOW, at which no bot plays");
        checkBounds(form, path + "botAfterMs", botAfterMs, FieldBounds.BOT_AFTER_MS);
    }

    private static void checkBounds(FormCheck form, String field, long value, FieldBounds bounds) {
        form.between(field, value, bounds.minimum(), bounds.maximum());
    }
}
