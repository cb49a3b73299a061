package dungeon.tictactoe.decide;

import dungeon.platform.core.AdmissionPolicy;
import dungeon.platform.core.Fault;
import dungeon.platform.core.FormCheck;
import dungeon.platform.core.Principal;
import dungeon.platform.envelope.Handlers;
import dungeon.platform.envelope.Ids;
import dungeon.platform.envelope.PrincipalKind;
import dungeon.schemas.Tick;
import dungeon.schemas.tictactoe.ClaimWin;
import dungeon.schemas.tictactoe.CreateRoom;
import dungeon.schemas.tictactoe.JoinRoom;
import dungeon.schemas.tictactoe.LeaveRoom;
import dungeon.schemas.tictactoe.OfferRematch;
import dungeon.schemas.tictactoe.PlaceMark;
import dungeon.schemas.tictactoe.ReportPresence;
import dungeon.schemas.tictactoe.Resign;
import dungeon.schemas.tictactoe.RoomPlayer;
import dungeon.schemas.tictactoe.TicTacToeCommand;
import dungeon.schemas.topics.GivenNames;
import dungeon.schemas.topics.LobbySubjects;
import dungeon.schemas.topics.RoomPlanForm;
import dungeon.tictactoe.state.Board;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** What a command to a room must look like, and who may give it. */
public final class TicTacToeAdmission implements AdmissionPolicy<TicTacToeCommand> {
    /** The context that counts the rooms of players, and asks for them. */
    private static final Principal LOBBY = Principal.service("lobby");

    /** The service that players are connected to. */
    private static final Principal QUERIES = Principal.service("queries");

    private static final Handlers<FormCheck, TicTacToeCommand> FORM = Handlers.<FormCheck, TicTacToeCommand>of(
                    TicTacToeCommand.getClassSchema(), "payload")
            .on(CreateRoom.class, TicTacToeAdmission::checkRoom)
            .on(JoinRoom.class, (form, command, join) -> {
                String invitation = join.getInvitation();
                form.check(
                        "invitation",
                        invitation == null || invitation.length() <= RoomPlanForm.INVITATION_LENGTH_MAXIMUM,
                        "must have at most %d characters".formatted(RoomPlanForm.INVITATION_LENGTH_MAXIMUM));
            })
            .ignore(LeaveRoom.class)
            .on(PlaceMark.class, (form, command, place) -> {
                checkRound(form, place.getRound());
                form.between("move", place.getMove(), 1, Board.CELLS);
                form.between("cell", place.getCell(), 0, Board.CELLS - 1);
            })
            .on(Resign.class, (form, command, resign) -> checkRound(form, resign.getRound()))
            .on(OfferRematch.class, (form, command, offer) -> checkRound(form, offer.getRound()))
            .on(ClaimWin.class, (form, command, claim) -> checkRound(form, claim.getRound()))
            .on(ReportPresence.class, (form, command, report) -> form.id("playerId", report.getPlayerId()))
            .ignore(Tick.class)
            .build();

    @Override
    public String kindFault(TicTacToeCommand command, Principal sender) {
        if (command.getPayload() instanceof CreateRoom) {
            return sender.isAdministrator() || sender.equals(LOBBY)
                    ? null
                    : "Rooms are opened by the lobby, which is asked for them, and by administrators";
        }
        if (command.getPayload() instanceof ReportPresence) {
            return sender.equals(QUERIES) ? null : "Who is connected is told by the service that they are connected to";
        }
        return sender.kind() == PrincipalKind.PLAYER ? null : "Only players play";
    }

    @Override
    public String identityFault(TicTacToeCommand command, Principal sender) {
        boolean asSomebodyElse = command.getPayload() instanceof JoinRoom join
                && !GivenNames.isOwn(join.getPlayerName(), sender.name(), sender.playerId());
        return asSomebodyElse ? "The token is not that of a player of this name" : null;
    }

    @Override
    public List<Fault> faults(TicTacToeCommand command) {
        FormCheck form = new FormCheck();
        FORM.handle(form, command, (SpecificRecord) command.getPayload());
        return form.faults();
    }

    @Override
    public boolean creates(TicTacToeCommand command) {
        return command.getPayload() instanceof CreateRoom;
    }

    private static void checkRoom(FormCheck form, TicTacToeCommand command, CreateRoom create) {
        // What is no UUID at all is refused whatever the order is.
        form.check(
                "roomId",
                !Ids.isCanonical(command.getRoomId()) || Ids.timeMsOf(command.getRoomId()) >= 0,
                "must be a UUID of version 7");
        List<RoomPlayer> players = create.getPlayers();
        form.check("players", !players.isEmpty() && players.size() <= 2, "must be one or two");
        for (RoomPlayer player : players) {
            form.id("players.playerId", player.getPlayerId());
            form.check(
                    "players.playerName",
                    LobbySubjects.isPlayerName(player.getPlayerName()),
                    "must be the name of a player");
        }
        form.check(
                "players",
                players.size() != 2
                        || !players.get(0).getPlayerId().equals(players.get(1).getPlayerId()),
                "must be two different ones");
        RoomPlanForm.faults(create.getPlan()).forEach(fault -> form.check(fault.field(), false, fault.problem()));
        checkSubject(form, "requestedBy", create.getRequestedBy());
        checkSubject(form, "requestedWith", create.getRequestedWith());
    }

    private static void checkSubject(FormCheck form, String field, String subject) {
        form.check(
                field,
                subject == null
                        || (LobbySubjects.isPlayer(subject)
                                && subject.length() <= TicTacToeLimits.SUBJECT_LENGTH_MAXIMUM),
                "is no player's subject of the lobby");
    }

    private static void checkRound(FormCheck form, int round) {
        form.between("round", round, 1, TicTacToeLimits.ROUNDS_MAXIMUM);
    }
}
