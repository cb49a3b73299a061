package dungeon.queries.presence;

import dungeon.queries.presence.SeatWatch.Seen;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who is connected to this instance because of a room, and who was a moment ago. What is so here is compared with what the room knows, until the two
 * agree, so that no single message has to arrive. Of several instances each knows only its own connections: whoever is taken for gone by one, and is
 * connected to another, is told to be back by that one as soon as it reads so in the log. For use by one thread.
 */
final class PresentPlayers {
    /** Whoever loads the page anew, or changes the network, is back within this. */
    static final Duration GRACE = Duration.ofSeconds(5);

    /** The views of a room are not further behind its log while all is well. */
    static final Duration LOOK_AFTER = Duration.ofSeconds(1);

    /** How long what was told may take until the room knows it. */
    static final Duration AGAIN_AFTER = Duration.ofMillis(2_500);

    /** As often it is tried quickly; then whoever tells rooms is away for longer, or the room does not listen. */
    static final int QUICK_TRIES = 5;

    /** How long it takes until the next try then. */
    static final Duration SLOWLY_AFTER = Duration.ofSeconds(30);

    /** For so long a room is told that somebody is gone who has left; it would have ended by its clocks, or does not listen. */
    static final Duration LEFT_KEPT = Duration.ofMinutes(5);

    /** Whoever came is looked at once more: what was seen at first may have been older than what the log had. */
    static final Duration LOOK_ONCE_MORE_AFTER = Duration.ofSeconds(15);

    /** In one look, so that a crowd that leaves does not keep other instances from answering others. */
    static final int QUESTIONS_MAXIMUM = 50;

    /** Of those who have left; many times the connections that an instance has. */
    static final int LEFT_MAXIMUM = 10_000;

    /**
     * A question what a room knows of a player.
     *
     * @param atLeast the event of the room that the answer must include; 0 for any
     */
    record Question(String roomId, String playerId, long atLeast, long edition) {}

    /**
     * What a room is to be told.
     *
     * @param token of the player
     */
    record Report(String roomId, String token, boolean connected) {}

    private static final long NEVER = Long.MAX_VALUE;

    private static final class Entry {
        private int connections;
        private String token;
        private long dueAtMs = NEVER;
        private long atLeast;
        private int tries;
        private long leftAtMs;
        private boolean isLookedAtAgain;
        private boolean isWithoutSeat;
        private long edition;
    }

    private final Map<String, Map<String, Entry>> rooms = new HashMap<>();
    private int left;
    private long editions;

    /** A player has one connection more. */
    void enters(String roomId, String playerId, String token, long nowMs) {
        Map<String, Entry> players = rooms.computeIfAbsent(roomId, id -> new HashMap<>());
        Entry entry = players.get(playerId);
        if (entry == null) {
            entry = new Entry();
            players.put(playerId, entry);
        } else if (entry.connections == 0) {
            left--;
        }
        entry.token = token;
        if (entry.connections++ == 0) {
            entry.isLookedAtAgain = false;
            look(entry, nowMs + LOOK_AFTER.toMillis());
        }
    }

    /** A player has one connection less. */
    void leaves(String roomId, String playerId, long nowMs) {
        Entry entry = find(roomId, playerId);
        // The room was closed meanwhile.
        if (entry == null || entry.connections == 0 || --entry.connections > 0) {
            return;
        }
        left++;
        entry.leftAtMs = nowMs;
        if (left > LEFT_MAXIMUM || entry.isWithoutSeat) {
            remove(roomId, playerId);
        } else {
            look(entry, nowMs + GRACE.toMillis());
        }
    }

    /** Whether anybody is, or was a moment ago, connected because of a room. */
    boolean knows(String roomId) {
        return rooms.containsKey(roomId);
    }

    /**
     * A room knows that a player is gone.
     *
     * @param sequence the event that says so
     */
    void isGone(String roomId, String playerId, long sequence, long nowMs) {
        Entry entry = find(roomId, playerId);
        if (entry != null && entry.connections > 0) {
            entry.atLeast = sequence;
            look(entry, nowMs);
        }
    }

    /** A room knows that a player is back. Of whoever is not connected here, another instance takes care, or they move without a connection. */
    void isBack(String roomId, String playerId) {
        Entry entry = find(roomId, playerId);
        if (entry != null && entry.connections == 0) {
            remove(roomId, playerId);
        }
    }

    /** A player has a seat now. */
    void isSeated(String roomId, String playerId) {
        Entry entry = find(roomId, playerId);
        if (entry != null) {
            entry.isWithoutSeat = false;
        }
    }

    /** A room will not listen any more. */
    void isClosed(String roomId) {
        Map<String, Entry> players = rooms.remove(roomId);
        if (players != null) {
            left -= (int) players.values().stream()
                    .filter(entry -> entry.connections == 0)
                    .count();
        }
    }

    /** What is to be asked now. */
    List<Question> due(long nowMs) {
        List<Question> due = new ArrayList<>();
        for (Map.Entry<String, Map<String, Entry>> room : rooms.entrySet()) {
            for (Map.Entry<String, Entry> player : room.getValue().entrySet()) {
                Entry entry = player.getValue();
                if (entry.dueAtMs <= nowMs && due.size() < QUESTIONS_MAXIMUM) {
                    // Unless the answer says otherwise.
                    entry.dueAtMs = NEVER;
                    due.add(new Question(room.getKey(), player.getKey(), entry.atLeast, entry.edition));
                }
            }
        }
        return due;
    }

    /**
     * Takes an answer.
     *
     * @param seen what the room knows; empty if nobody could tell
     * @return what the room is to be told
     */
    Optional<Report> learn(Question question, Optional<Seen> seen, long nowMs) {
        Entry entry = find(question.roomId(), question.playerId());
        if (entry == null || entry.edition != question.edition()) {
            return Optional.empty();
        }
        boolean isHere = entry.connections > 0;
        entry.isWithoutSeat = seen.isPresent() && seen.get() == Seen.WITHOUT_SEAT;
        if (entry.isWithoutSeat || (seen.isPresent() && isHere == (seen.get() == Seen.THERE))) {
            settle(question, entry, nowMs);
            return Optional.empty();
        }
        if (!isHere && nowMs - entry.leftAtMs > LEFT_KEPT.toMillis()) {
            remove(question.roomId(), question.playerId());
            return Optional.empty();
        }
        entry.tries++;
        Duration pause = entry.tries > QUICK_TRIES ? SLOWLY_AFTER : AGAIN_AFTER;
        entry.dueAtMs = nowMs + pause.toMillis();
        return seen.map(known -> new Report(question.roomId(), entry.token, isHere));
    }

    /** The room knows what is so. */
    private void settle(Question question, Entry entry, long nowMs) {
        if (entry.connections == 0) {
            remove(question.roomId(), question.playerId());
        } else if (!entry.isWithoutSeat && !entry.isLookedAtAgain) {
            entry.isLookedAtAgain = true;
            entry.dueAtMs = nowMs + LOOK_ONCE_MORE_AFTER.toMillis();
        }
    }

    /** An answer that is on its way is worth nothing any more. */
    private void look(Entry entry, long atMs) {
        entry.dueAtMs = atMs;
        entry.tries = 0;
        entry.edition = ++editions;
    }

    private Entry find(String roomId, String playerId) {
        return rooms.getOrDefault(roomId, Map.of()).get(playerId);
    }

    private void remove(String roomId, String playerId) {
        Map<String, Entry> players = rooms.get(roomId);
        if (players.remove(playerId).connections == 0) {
            left--;
        }
        if (players.isEmpty()) {
            rooms.remove(roomId);
        }
    }
}
