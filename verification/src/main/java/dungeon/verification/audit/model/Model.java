package dungeon.verification.audit.model;

import dungeon.schemas.GameState;
import dungeon.schemas.MapType;
import dungeon.schemas.OpenMatch;
import dungeon.schemas.Resource;
import dungeon.schemas.Rules;
import dungeon.verification.audit.finding.Check;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** All that is known of a game from its events so far. */
public final class Model {
    /** For how long a match keeps a place for whoever has opened it. */
    private static final long OPENERS_PLACE_KEPT_MS = 10_000;

    public final String gameId;
    public final Rules rules;
    public final MapType map;
    public final int participantLimit;
    public final long durationMs;
    public final String seedHash;
    public final String practiceFor;
    /** Who asked the lobby for the game; null for an administrator's own. */
    public final String requestedBy;
    /** Whether it is a match that a player has opened, which starts by itself. */
    public final boolean isOpenMatch;

    private final OpenMatch match;
    private final long createdAtMs;

    public Grid grid;
    public GameState state = GameState.CREATED;
    public boolean isPurged;
    public long endsAtMs;
    public final Map<String, Player> players = new LinkedHashMap<>();
    public final Map<String, Robot> robots = new HashMap<>();
    public final Set<String> robotNames = new HashSet<>();
    public final Timers timers = new Timers();
    public final Followers followers = new Followers();
    public final Ledger ledger = new Ledger();
    public final Draws draws = new Draws();
    private long idsMade;

    public Model(
            String gameId,
            MapType map,
            Rules rules,
            int participantLimit,
            long durationMs,
            String seedHash,
            String practiceFor,
            String requestedBy,
            OpenMatch match,
            long createdAtMs) {
        this.gameId = gameId;
        this.map = map;
        this.rules = rules;
        this.participantLimit = participantLimit;
        this.durationMs = durationMs;
        this.seedHash = seedHash;
        this.practiceFor = practiceFor;
        this.requestedBy = requestedBy;
        this.isOpenMatch = match != null;
        this.match = match;
        this.createdAtMs = createdAtMs;
    }

    /** How many can have joined before a player does, because a place may be kept for another one. */
    public int placesFor(String playerId, long timeMs) {
        boolean isMatchYoung = isOpenMatch && timeMs - createdAtMs < OPENERS_PLACE_KEPT_MS;
        String keptFor = isMatchYoung ? match.getOpenedBy() : practiceFor;
        boolean isKept = keptFor != null && !players.containsKey(keptFor) && !keptFor.equals(playerId);
        return isKept ? participantLimit - 1 : participantLimit;
    }

    /** The next id that the game makes for a robot or a voucher. */
    public String nextId() {
        String name = gameId + ":" + idsMade++;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** Compares the number of the next id with the published one. */
    public void checkNextId(long found) {
        Check.same("nextId", idsMade, found);
    }

    public Player player(String id) {
        return Check.known("player", players.get(id), id);
    }

    public Robot robot(String id) {
        return Check.known("robot", robots.get(id), id);
    }

    /** A robot that can still act. */
    public Robot living(String id) {
        Robot robot = robot(id);
        Check.holds("a destroyed robot", !robot.isDestroyed, "does nothing", id);
        return robot;
    }

    public void checkLedger() {
        long[] inMines = new long[Resource.values().length];
        long[] inCargo = new long[Resource.values().length];
        for (Mine mine : grid.mines) {
            if (mine != null) {
                inMines[Index.of(mine.resource)] += mine.units;
            }
        }
        for (Robot robot : robots.values()) {
            for (int i = 0; i < inCargo.length; i++) {
                inCargo[i] += robot.cargo[i];
            }
        }
        for (Resource resource : Index.RESOURCES) {
            ledger.check(resource, inMines[Index.of(resource)], inCargo[Index.of(resource)]);
        }
    }
}
