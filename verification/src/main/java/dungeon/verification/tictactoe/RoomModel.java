package dungeon.verification.tictactoe;

import dungeon.platform.core.Principal;
import dungeon.platform.envelope.PrincipalKind;
import dungeon.schemas.Mark;
import dungeon.schemas.RoomPlan;
import dungeon.schemas.Tick;
import dungeon.schemas.tictactoe.ClaimWin;
import dungeon.schemas.tictactoe.CommandRejected;
import dungeon.schemas.tictactoe.CreateRoom;
import dungeon.schemas.tictactoe.JoinRoom;
import dungeon.schemas.tictactoe.LeaveRoom;
import dungeon.schemas.tictactoe.MarkPlaced;
import dungeon.schemas.tictactoe.OfferRematch;
import dungeon.schemas.tictactoe.PlaceMark;
import dungeon.schemas.tictactoe.PlayerGone;
import dungeon.schemas.tictactoe.PlayerReturned;
import dungeon.schemas.tictactoe.PlayerSeated;
import dungeon.schemas.tictactoe.RematchOffered;
import dungeon.schemas.tictactoe.ReportPresence;
import dungeon.schemas.tictactoe.Resign;
import dungeon.schemas.tictactoe.RoomClosed;
import dungeon.schemas.tictactoe.RoomClosingReason;
import dungeon.schemas.tictactoe.RoomCreated;
import dungeon.schemas.tictactoe.RoomPlayer;
import dungeon.schemas.tictactoe.RoomRejectionCode;
import dungeon.schemas.tictactoe.RoundEndReason;
import dungeon.schemas.tictactoe.RoundEnded;
import dungeon.schemas.tictactoe.RoundResult;
import dungeon.schemas.tictactoe.RoundStarted;
import dungeon.schemas.topics.GivenNames;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/**
 * What has to come of a room's commands, by the rules as they are told to players, and written apart from those that decide. Boards are
 * bits, one for each cell; nothing here is used by the platform. Of rejections only the code is said. All times are in ms since 1970.
 */
final class RoomModel {
    private static final int FULL = 0b111111111;
    private static final long WAITING_MS = 600_000;
    private static final long REMATCH_MS = 120_000;
    private static final long GONE_MS = 30_000;
    private static final long BEHIND_MS = 30_000;
    private static final long AHEAD_MS = 60_000;
    private static final long REMEMBERED_MS = 90_000;
    private static final long REMOVED_AFTER_MS = 1_000;
    private static final int ROUNDS = 100;

    /** One of the two. */
    private static final class Sitting {
        final RoomPlayer player;
        int bits;
        int wins;
        long leftMs;
        boolean wantsMore;
        long goneUntilMs;

        Sitting(RoomPlayer player) {
            this.player = player;
        }

        String id() {
            return player.getPlayerId();
        }
    }

    /** In the first 48 bits of a UUID of version 7. */
    private final long madeAtMs;

    private final List<Sitting> sittings = new ArrayList<>();
    private final List<SpecificRecord> outcome = new ArrayList<>();
    private CreateRoom asked;
    private RoomPlan plan;
    private boolean isClosed;
    private long closedAtMs;
    private boolean isOver;
    private int round;
    private int placed;
    private Sitting x;
    private Sitting onTurn;
    private long turnBeganMs;
    private long roundBeganMs;
    private long dueMs;
    private long nowMs;

    RoomModel(String roomId) {
        madeAtMs = Long.parseLong(roomId.replace("-", "").substring(0, 12), 16);
    }

    /** When something happens by itself; the end of time if nothing does. */
    long dueMs() {
        return plan == null || isClosed ? Long.MAX_VALUE : dueMs;
    }

    /** Whether nothing is left of the room, at the time of the last command. */
    boolean isForgotten() {
        return isClosed && nowMs >= Math.max(closedAtMs + REMOVED_AFTER_MS, madeAtMs + REMEMBERED_MS);
    }

    /** Time has come as far as this, in ms since 1970. */
    void pass(long atMs) {
        nowMs = atMs;
    }

    /** What happens by itself then. */
    List<SpecificRecord> fall() {
        outcome.clear();
        nowMs = dueMs;
        if (round == 0) {
            close(RoomClosingReason.NOBODY_JOINED);
        } else if (isOver) {
            close(RoomClosingReason.NO_REMATCH);
        } else {
            winner(other(onTurn), RoundEndReason.TIME_OUT, List.of());
        }
        return List.copyOf(outcome);
    }

    /** What has to come of a command, whose fields, but for those of the order itself, are right. */
    List<SpecificRecord> decide(SpecificRecord order, Principal sender, long atMs, boolean isTimely) {
        outcome.clear();
        nowMs = atMs;
        RoomRejectionCode refused = admit(order, sender, isTimely);
        if (refused == null) {
            refused = play(order, sender.playerId());
        }
        return refused == null ? List.copyOf(outcome) : List.of(new CommandRejected(refused, "", List.of()));
    }

    private RoomRejectionCode admit(SpecificRecord order, Principal sender, boolean isTimely) {
        boolean may = order instanceof CreateRoom
                ? sender.isAdministrator() || sender.equals(Principal.service("lobby"))
                : order instanceof ReportPresence
                        ? sender.equals(Principal.service("queries"))
                        : sender.kind() == PrincipalKind.PLAYER;
        if (!may) {
            return RoomRejectionCode.UNAUTHENTICATED;
        }
        if (order instanceof JoinRoom join
                && !join.getPlayerName().equals(sender.name())
                && !join.getPlayerName().equals(GivenNames.of(sender.playerId()))) {
            return RoomRejectionCode.NOT_YOU;
        }
        if (!isTimely) {
            return RoomRejectionCode.NOT_TIMELY;
        }
        if (!OrderForm.isPossible(order)) {
            return RoomRejectionCode.MALFORMED;
        }
        if (order instanceof CreateRoom) {
            return plan == null || isForgotten() ? null : RoomRejectionCode.ROOM_EXISTS;
        }
        return plan == null || isClosed ? RoomRejectionCode.UNKNOWN_ROOM : null;
    }

    private RoomRejectionCode play(SpecificRecord order, String playerId) {
        if (order instanceof CreateRoom create) {
            return create(create);
        }
        if (order instanceof ReportPresence report) {
            return presence(sitting(report.getPlayerId()), report.getConnected());
        }
        Sitting self = sitting(playerId);
        if (order instanceof JoinRoom join) {
            return join(self, playerId, join);
        }
        if (self == null) {
            return RoomRejectionCode.NOT_SEATED;
        }
        if (order instanceof LeaveRoom) {
            if (isPlaying()) {
                winner(other(self), RoundEndReason.LEFT, List.of());
            }
            close(RoomClosingReason.LEFT);
            return null;
        }
        if (round == 0) {
            return RoomRejectionCode.NOT_STARTED;
        }
        if (roundOf(order) != round) {
            return RoomRejectionCode.STALE;
        }
        if (order instanceof OfferRematch) {
            return rematch(self);
        }
        if (isOver) {
            return RoomRejectionCode.ROUND_OVER;
        }
        if (order instanceof PlaceMark place) {
            return place(self, place);
        }
        if (order instanceof ClaimWin) {
            long until = other(self).goneUntilMs;
            if (until == 0 || Math.max(until, roundBeganMs + GONE_MS) > nowMs) {
                return RoomRejectionCode.NOTHING_TO_CLAIM;
            }
            winner(self, RoundEndReason.ABANDONED, List.of());
            return null;
        }
        winner(other(self), RoundEndReason.RESIGNED, List.of());
        return null;
    }

    private static int roundOf(SpecificRecord order) {
        if (order instanceof PlaceMark place) {
            return place.getRound();
        }
        if (order instanceof Resign resign) {
            return resign.getRound();
        }
        return order instanceof ClaimWin claim ? claim.getRound() : ((OfferRematch) order).getRound();
    }

    private RoomRejectionCode create(CreateRoom create) {
        if (nowMs >= madeAtMs + BEHIND_MS || nowMs < madeAtMs - AHEAD_MS) {
            return RoomRejectionCode.NOT_TIMELY;
        }
        asked = create;
        plan = create.getPlan();
        dueMs = nowMs + WAITING_MS;
        RoomPlayer first = create.getPlayers().get(0);
        sittings.add(new Sitting(first));
        outcome.add(new RoomCreated(
                first,
                create.getPlan(),
                Instant.ofEpochMilli(dueMs),
                create.getRequestedBy(),
                create.getRequestedWith()));
        if (create.getPlayers().size() > 1) {
            sitDown(create.getPlayers().get(1));
        }
        return null;
    }

    private RoomRejectionCode join(Sitting self, String playerId, JoinRoom join) {
        if (self != null) {
            return RoomRejectionCode.ALREADY_SEATED;
        }
        if (sittings.size() == 2) {
            return RoomRejectionCode.ROOM_FULL;
        }
        if (plan.getInvitationHash() != null
                && (join.getInvitation() == null
                        || !plan.getInvitationHash().equals(RandomRoom.hashOf(join.getInvitation())))) {
            return RoomRejectionCode.NOT_INVITED;
        }
        sitDown(new RoomPlayer(playerId, join.getPlayerName()));
        return null;
    }

    private void sitDown(RoomPlayer player) {
        sittings.add(new Sitting(player));
        outcome.add(new PlayerSeated(player));
        x = plan.getMark() == Mark.X ? sittings.get(0) : sittings.get(1);
        begin();
    }

    private void begin() {
        round++;
        isOver = false;
        placed = 0;
        onTurn = x;
        turnBeganMs = nowMs;
        roundBeganMs = nowMs;
        for (Sitting each : sittings) {
            each.bits = 0;
            each.leftMs = plan.getRoundMs();
            each.wantsMore = false;
        }
        dueMs = nowMs + Math.min(plan.getMoveMs(), plan.getRoundMs());
        outcome.add(new RoundStarted(round, x.id(), other(x).id(), plan.getRoundMs(), Instant.ofEpochMilli(dueMs)));
    }

    private RoomRejectionCode place(Sitting self, PlaceMark place) {
        if (place.getMove() != placed + 1) {
            return RoomRejectionCode.STALE;
        }
        if (self != onTurn) {
            return RoomRejectionCode.NOT_YOUR_TURN;
        }
        int bit = 1 << place.getCell();
        Sitting opponent = other(self);
        if (((self.bits | opponent.bits) & bit) != 0) {
            return RoomRejectionCode.CELL_TAKEN;
        }
        if (self.goneUntilMs != 0) {
            self.goneUntilMs = 0;
            outcome.add(new PlayerReturned());
        }
        self.bits |= bit;
        self.leftMs -= nowMs - turnBeganMs;
        placed++;
        turnBeganMs = nowMs;
        onTurn = opponent;
        int line = ModelLines.filledBy(self.bits);
        boolean isLast = line != 0 || (self.bits | opponent.bits) == FULL;
        dueMs = nowMs + Math.min(plan.getMoveMs(), opponent.leftMs);
        outcome.add(new MarkPlaced(
                round,
                placed,
                self == x ? Mark.X : Mark.O,
                place.getCell(),
                self.leftMs,
                isLast ? null : Instant.ofEpochMilli(dueMs)));
        if (isLast) {
            winner(
                    line == 0 ? null : self,
                    line == 0 ? RoundEndReason.BOARD_FULL : RoundEndReason.LINE,
                    ModelLines.cells(line));
        }
        return null;
    }

    private RoomRejectionCode rematch(Sitting self) {
        if (!isOver) {
            return RoomRejectionCode.ROUND_RUNNING;
        }
        if (self.wantsMore) {
            return RoomRejectionCode.ALREADY_OFFERED;
        }
        if (round == ROUNDS) {
            return RoomRejectionCode.LIMIT_REACHED;
        }
        if (self.goneUntilMs != 0) {
            self.goneUntilMs = 0;
            outcome.add(new PlayerReturned());
        }
        self.wantsMore = true;
        outcome.add(new RematchOffered(round));
        if (other(self).wantsMore) {
            x = other(x);
            begin();
        }
        return null;
    }

    private RoomRejectionCode presence(Sitting whom, boolean isConnected) {
        if (whom == null) {
            return RoomRejectionCode.NOT_SEATED;
        }
        if (isConnected == (whom.goneUntilMs == 0)) {
            return RoomRejectionCode.STALE;
        }
        whom.goneUntilMs = isConnected ? 0 : nowMs + GONE_MS;
        outcome.add(isConnected ? new PlayerReturned() : new PlayerGone(Instant.ofEpochMilli(whom.goneUntilMs)));
        return null;
    }

    private void winner(Sitting best, RoundEndReason reason, List<Integer> line) {
        isOver = true;
        dueMs = nowMs + REMATCH_MS;
        if (best != null) {
            best.wins++;
        }
        outcome.add(new RoundEnded(
                round,
                best == null ? RoundResult.DRAW : best == x ? RoundResult.X_WON : RoundResult.O_WON,
                reason,
                best == null ? null : best.id(),
                line,
                sittings.stream().map(each -> each.wins).toList(),
                Instant.ofEpochMilli(dueMs)));
    }

    private void close(RoomClosingReason reason) {
        isClosed = true;
        closedAtMs = nowMs;
        outcome.add(new RoomClosed(reason, asked.getRequestedBy(), asked.getRequestedWith()));
    }

    private boolean isPlaying() {
        return round > 0 && !isOver;
    }

    private Sitting other(Sitting one) {
        return one == sittings.get(0) ? sittings.get(1) : sittings.get(0);
    }

    private Sitting sitting(String playerId) {
        return sittings.stream()
                .filter(each -> each.id().equals(playerId))
                .findFirst()
                .orElse(null);
    }

    /** Whether it is no order, but lets time pass only. */
    static boolean isTick(Object payload) {
        return payload instanceof Tick;
    }
}
