package dungeon.verification.tictactoe;

import dungeon.schemas.Mark;
import dungeon.schemas.Opponent;
import dungeon.schemas.RoomPlan;
import dungeon.schemas.tictactoe.ClaimWin;
import dungeon.schemas.tictactoe.CreateRoom;
import dungeon.schemas.tictactoe.JoinRoom;
import dungeon.schemas.tictactoe.OfferRematch;
import dungeon.schemas.tictactoe.PlaceMark;
import dungeon.schemas.tictactoe.ReportPresence;
import dungeon.schemas.tictactoe.Resign;
import dungeon.schemas.tictactoe.RoomPlayer;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.avro.specific.SpecificRecord;

/** Whether the fields of an order can be right at all, by the bounds as they are told to players. */
final class OrderForm {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{3,32}");

    private OrderForm() {}

    static boolean isPossible(SpecificRecord order) {
        if (order instanceof PlaceMark place) {
            return isRound(place.getRound()) && isWithin(place.getMove(), 1, 9) && isWithin(place.getCell(), 0, 8);
        }
        if (order instanceof Resign resign) {
            return isRound(resign.getRound());
        }
        if (order instanceof OfferRematch offer) {
            return isRound(offer.getRound());
        }
        if (order instanceof ClaimWin claim) {
            return isRound(claim.getRound());
        }
        if (order instanceof JoinRoom join) {
            return join.getInvitation() == null || join.getInvitation().length() <= 200;
        }
        if (order instanceof ReportPresence report) {
            return ID.matcher(report.getPlayerId()).matches();
        }
        return !(order instanceof CreateRoom create) || isRoom(create);
    }

    private static boolean isRoom(CreateRoom create) {
        List<RoomPlayer> players = create.getPlayers();
        RoomPlan plan = create.getPlan();
        return isWithin(players.size(), 1, 2)
                && players.stream().map(RoomPlayer::getPlayerId).distinct().count() == players.size()
                && players.stream()
                        .allMatch(player -> ID.matcher(player.getPlayerId()).matches()
                                && NAME.matcher(player.getPlayerName()).matches())
                && plan.getOpponent() != Opponent.UNKNOWN
                && plan.getMark() != Mark.UNKNOWN
                && (plan.getInvitationHash() == null || plan.getInvitationHash().remaining() == 32)
                && isWithin(plan.getMoveMs(), 1_000, 600_000)
                && isWithin(plan.getRoundMs(), 5_000, 3_600_000)
                && isSubject(create.getRequestedBy())
                && isSubject(create.getRequestedWith());
    }

    private static boolean isSubject(String subject) {
        return subject == null || (subject.startsWith("player:") && subject.length() <= 45);
    }

    private static boolean isRound(int round) {
        return isWithin(round, 1, 100);
    }

    private static boolean isWithin(long value, long least, long most) {
        return value >= least && value <= most;
    }
}
