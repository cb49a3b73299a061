package dungeon.verification.tictactoe;

import dungeon.platform.core.CommandMetadata;
import dungeon.platform.core.InMemoryAggregate;
import dungeon.platform.core.Principal;
import dungeon.platform.envelope.Ids;
import dungeon.players.tictactoe.CellChooser;
import dungeon.players.tictactoe.Cells;
import dungeon.players.tictactoe.EasyChooser;
import dungeon.players.tictactoe.PerfectChooser;
import dungeon.schemas.Mark;
import dungeon.schemas.Opponent;
import dungeon.schemas.RoomPlan;
import dungeon.schemas.Tick;
import dungeon.schemas.tictactoe.ClaimWin;
import dungeon.schemas.tictactoe.CreateRoom;
import dungeon.schemas.tictactoe.JoinRoom;
import dungeon.schemas.tictactoe.LeaveRoom;
import dungeon.schemas.tictactoe.MarkPlaced;
import dungeon.schemas.tictactoe.OfferRematch;
import dungeon.schemas.tictactoe.PlaceMark;
import dungeon.schemas.tictactoe.ReportPresence;
import dungeon.schemas.tictactoe.Resign;
import dungeon.schemas.tictactoe.RoomPlayer;
import dungeon.schemas.tictactoe.RoundEnded;
import dungeon.schemas.tictactoe.RoundStarted;
import dungeon.schemas.tictactoe.TicTacToeCommand;
import dungeon.schemas.tictactoe.TicTacToeEvent;
import dungeon.tictactoe.TicTacToeContext;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.avro.specific.SpecificRecord;

/**
 * A room of random commands, decided by the real rules, which are used as a black box: moves that are right and wrong, late and doubled
 * commands, and those of strangers. All chance comes from the seed. Times are in ms since 1970.
 */
public final class RandomRoom {
    /** What opens the rooms that are not open. */
    private static final String INVITATION = "open sesame";

    private static final int BYTES = 100;
    private static final CellChooser PERFECT = new PerfectChooser();
    private static final List<RoomPlayer> PLAYERS = List.of(player("Ann"), player("Bob"), player("Eve"));
    private static final ByteBuffer INVITATION_HASH = hashOf(INVITATION);

    private final List<RoomDelivery> sent = new ArrayList<>();
    private final List<TicTacToeEvent> events = new ArrayList<>();
    private final SplittableRandom random;
    private final CellChooser easy;
    private final boolean isSkilled;
    private final String roomId;
    private final InMemoryAggregate<TicTacToeCommand, TicTacToeEvent> room;
    private long nowMs = 1_700_000_000_000L;
    private int ids;
    private int round = 1;
    private int move = 1;
    /** As whoever moves sees it. */
    private Cells cells = Cells.EMPTY;

    private boolean isPlaying;
    private RoomPlayer onTurn = PLAYERS.get(0);

    private RandomRoom(long seed) {
        random = new SplittableRandom(seed);
        easy = new EasyChooser(random.nextLong());
        isSkilled = random.nextInt(3) == 0;
        roomId = Ids.timed(nowMs, "room " + seed);
        room = TicTacToeContext.inMemory(roomId);
    }

    /** Plays in a room until it is closed. */
    public static PlayedRoom play(long seed) {
        RandomRoom room = new RandomRoom(seed);
        room.play();
        return new PlayedRoom(room.roomId, room.sent, room.events);
    }

    private void play() {
        if (random.nextInt(4) == 0) {
            anyCommand();
        }
        create();
        if (random.nextInt(3) == 0) {
            abandon();
        }
        // Now and then somebody wants to know how many rounds there are.
        boolean isLong = random.nextInt(50) == 0;
        for (int i = 0; i < random.nextInt(20, 200); i++) {
            pass();
            anyCommand();
        }
        for (int i = 0; isLong && i < 110; i++) {
            send(PLAYERS.get(0), new Resign(round));
            send(PLAYERS.get(1), new OfferRematch(round));
            send(PLAYERS.get(0), new OfferRematch(round));
        }
        // Longer than anything waits, but for the last piece of what is left of it.
        for (int i = 0; i < 3; i++) {
            nowMs += 700_000;
            deliver(Principal.unknown("no token"), new Tick());
            anyCommand();
        }
    }

    private void create() {
        boolean isMatched = random.nextInt(3) == 0;
        // Where clocks do not decide at once, somebody can be gone for long.
        boolean isSlow = random.nextInt(3) == 0;
        CreateRoom create = new CreateRoom(
                isMatched ? PLAYERS.subList(0, 2) : PLAYERS.subList(0, 1),
                new RoomPlan(
                        random.nextBoolean() ? Opponent.PERSON : Opponent.PERFECT_BOT,
                        random.nextInt(4) == 0 ? INVITATION_HASH : null,
                        random.nextBoolean() ? Mark.X : Mark.O,
                        random.nextLong(1000, isSlow ? 200_000 : 20_000),
                        random.nextLong(5000, isSlow ? 600_000 : 60_000)),
                random.nextBoolean() ? "player:ann" : null,
                isMatched ? "player:bob" : null);
        if (random.nextInt(20) == 0) {
            // What comes too late is refused.
            nowMs += 60_000;
        }
        deliver(random.nextBoolean() ? Principal.administrator() : Principal.service("lobby"), create);
        if (!isMatched && random.nextInt(10) > 0) {
            boolean isTold = random.nextInt(4) > 0;
            send(PLAYERS.get(1), new JoinRoom("Bob", isTold ? INVITATION : null));
        }
    }

    /** Somebody goes and does not come back, and the other sees to it. */
    private void abandon() {
        int gone = random.nextInt(2);
        deliver(
                Principal.service("queries"),
                new ReportPresence(PLAYERS.get(gone).getPlayerId(), false));
        nowMs += random.nextInt(29_000, 32_000);
        send(PLAYERS.get(1 - gone), new ClaimWin(round));
    }

    private void pass() {
        switch (random.nextInt(20)) {
            case 0 -> nowMs += random.nextInt(40_000);
            case 1 -> nowMs -= random.nextInt(50);
            case 2, 3, 4, 5 -> nowMs += 0;
            default -> nowMs += random.nextInt(1500);
        }
    }

    private void anyCommand() {
        RoomPlayer any = PLAYERS.get(random.nextInt(12) == 0 ? 2 : random.nextInt(2));
        int kind = random.nextInt(100);
        if (kind < 4 && !sent.isEmpty()) {
            RoomDelivery before = sent.get(Math.max(0, sent.size() - 1 - random.nextInt(20)));
            deliver(before.command(), before.arrival().principal());
        } else if (kind < 7) {
            deliver(Principal.unknown("no token"), new Tick());
        } else if (kind < 10) {
            stranger(any);
        } else if (kind < 16) {
            deliver(Principal.service("queries"), new ReportPresence(any.getPlayerId(), random.nextInt(3) == 0));
        } else if (kind < 20) {
            send(any, new ClaimWin(round));
        } else if (kind < 22) {
            send(any, random.nextInt(4) == 0 ? new LeaveRoom() : new Resign(round));
        } else if (kind < 24) {
            send(any, new JoinRoom(any.getPlayerName(), random.nextBoolean() ? INVITATION : null));
        } else if (kind < 34 || !isPlaying) {
            send(any, new OfferRematch(random.nextInt(12) == 0 ? Math.min(round + 1, 100) : round));
        } else {
            place(any);
        }
    }

    private void place(RoomPlayer any) {
        if (random.nextInt(6) == 0) {
            send(any, new PlaceMark(round, Math.max(1, Math.min(move, 9) - random.nextInt(2)), random.nextInt(9)));
            return;
        }
        send(onTurn, new PlaceMark(round, move, chooser().choose(cells)));
    }

    /** Of those who can play, X never loses, and O sees no more than its own line. */
    private CellChooser chooser() {
        return isSkilled && move % 2 == 1 ? PERFECT : easy;
    }

    private void stranger(RoomPlayer any) {
        switch (random.nextInt(4)) {
            case 0 -> deliver(Principal.administrator(), new PlaceMark(round, 1, 0));
            case 1 -> send(PLAYERS.get(2), new JoinRoom("Ann", null));
            case 2 ->
                deliver(
                        command(any.getPlayerId(), new Resign(round), nowMs - 120_001),
                        Principal.player(any.getPlayerId(), any.getPlayerName()));
            default ->
                deliver(
                        Principal.administrator(),
                        new CreateRoom(
                                List.of(any), new RoomPlan(Opponent.PERSON, null, Mark.X, 1000L, 5000L), null, null));
        }
    }

    private void send(RoomPlayer player, SpecificRecord order) {
        deliver(Principal.player(player.getPlayerId(), player.getPlayerName()), order);
    }

    private void deliver(Principal sender, SpecificRecord order) {
        deliver(command(sender.playerId(), order, nowMs), sender);
    }

    private TicTacToeCommand command(String playerId, SpecificRecord order, long issuedAtMs) {
        return new TicTacToeCommand(
                Ids.numbered(roomId, ++ids), Instant.ofEpochMilli(issuedAtMs), roomId, playerId, order);
    }

    private void deliver(TicTacToeCommand command, Principal sender) {
        CommandMetadata arrival = new CommandMetadata(sender, nowMs, BYTES);
        sent.add(new RoomDelivery(command, arrival));
        room.handle(command, arrival, published -> {
            events.addAll(published);
            published.forEach(event -> note((SpecificRecord) event.getPayload()));
        });
    }

    /** Follows the round, as a player does. */
    private void note(SpecificRecord payload) {
        if (payload instanceof RoundStarted started) {
            round = started.getRound();
            move = 1;
            cells = Cells.EMPTY;
            isPlaying = true;
            onTurn = PLAYERS.stream()
                    .filter(player -> player.getPlayerId().equals(started.getXPlayerId()))
                    .findFirst()
                    .orElseThrow();
        } else if (payload instanceof MarkPlaced placed) {
            move = placed.getMove() + 1;
            cells = cells.after(placed.getCell());
            onTurn = onTurn.equals(PLAYERS.get(0)) ? PLAYERS.get(1) : PLAYERS.get(0);
        } else if (payload instanceof RoundEnded) {
            isPlaying = false;
        }
    }

    private static RoomPlayer player(String name) {
        return new RoomPlayer(Ids.nameBased("player:" + name), name);
    }

    /** What events tell of an invitation. */
    static ByteBuffer hashOf(String text) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
