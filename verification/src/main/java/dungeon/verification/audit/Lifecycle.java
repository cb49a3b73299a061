package dungeon.verification.audit;

import dungeon.schemas.EndReason;
import dungeon.schemas.Event;
import dungeon.schemas.GameEnded;
import dungeon.schemas.GameStarted;
import dungeon.schemas.GameState;
import dungeon.schemas.MapInstantiated;
import dungeon.schemas.PlayerJoined;
import dungeon.schemas.ScoreCategory;
import dungeon.schemas.Standing;
import dungeon.verification.audit.finding.Check;
import dungeon.verification.audit.model.Draws;
import dungeon.verification.audit.model.Index;
import dungeon.verification.audit.model.Mine;
import dungeon.verification.audit.model.Model;
import dungeon.verification.audit.model.Player;
import dungeon.verification.audit.model.Timer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/** From the map to the purge. */
final class Lifecycle {
    private final Model model;
    private final Causes causes;
    private final Discoveries discoveries;

    Lifecycle(Model model, Causes causes, Discoveries discoveries) {
        this.model = model;
        this.causes = causes;
        this.discoveries = discoveries;
    }

    void mapInstantiated(MapInstantiated found) {
        model.followers.take(MapInstantiated.class, model.gameId);
        model.grid = MapCheck.of(model.map, found);
        for (Mine mine : model.grid.mines) {
            if (mine != null) {
                model.ledger.appear(mine.resource, mine.units);
            }
        }
        discoveries.begin();
        Check.same("depositUnits", discoveries.placed(), found.getDepositUnits());
        Check.same("nextDraw", model.draws.next(), found.getNextDraw());
    }

    void joined(Event event, PlayerJoined joined) {
        model.followers.checkNone(PlayerJoined.class);
        Check.holds("state of the game", model.state != GameState.ENDED, "not over", model.state);
        causes.command(event);
        String id = event.getPlayerId();
        Check.holds("player", id != null && !model.players.containsKey(id), "not in the game yet", id);
        int joinedAs = model.players.size();
        int places = model.placesFor(id, event.getTime().toEpochMilli());
        Check.within("participants", 1, places, joinedAs + 1L);
        List<Integer> stations = model.grid.stations();
        int home = stations.get(joinedAs % stations.size());
        Check.same("homeStation", model.grid.places.tile(home), joined.getHomeStation());
        Check.same("balance", model.rules.getInitialCredits(), joined.getBalance());
        Check.same("number", joinedAs, joined.getNumber());
        model.players.put(id, new Player(id, joinedAs, home, model.rules.getInitialCredits()));
        if (model.isOpenMatch && model.state == GameState.CREATED && model.players.size() == model.participantLimit) {
            model.followers.expect(GameStarted.class, model.gameId);
        }
    }

    void started(Event event, GameStarted started) {
        Check.same("state of the game", GameState.CREATED, model.state);
        if (!model.followers.isEmpty()) {
            // Whoever took the last seat has started the match.
            model.followers.take(GameStarted.class, model.gameId);
        } else if (event.getCommandId() == null && model.isOpenMatch) {
            Check.within("participants when the waiting is over", 2, model.participantLimit, model.players.size());
            causes.timer(event, Timer.Kind.EXPIRY, null);
            Check.same("playerId", null, event.getPlayerId());
        } else {
            causes.command(event);
            checkInCharge(event);
        }
        long timeMs = event.getTime().toEpochMilli();
        Check.same("startedAt", timeMs, started.getStartedAt().toEpochMilli());
        Check.same("endsAt", timeMs + model.durationMs, started.getEndsAt().toEpochMilli());
        model.state = GameState.STARTED;
        model.timers.cancelAll();
        model.timers.set(timeMs + model.durationMs, Timer.Kind.TIME_UP, null);
    }

    void ended(Event event, GameEnded ended) {
        model.followers.checkNone(GameEnded.class);
        Check.holds("state of the game", model.state != GameState.ENDED, "not over", model.state);
        if (ended.getReason() == EndReason.ADMINISTRATOR) {
            causes.command(event);
            checkInCharge(event);
        } else {
            boolean isExpired = ended.getReason() == EndReason.EXPIRED;
            Check.holds(
                    "participants",
                    !isExpired || !model.isOpenMatch || model.players.size() < 2,
                    "too few for a match",
                    model.players.size());
            causes.timer(event, isExpired ? Timer.Kind.EXPIRY : Timer.Kind.TIME_UP, null);
            Check.same("commandId", null, event.getCommandId());
            Check.same("playerId", null, event.getPlayerId());
        }
        Check.same("requestedBy", model.requestedBy, ended.getRequestedBy());
        Check.same("standings", standings(), ended.getStandings());
        byte[] seed = HexFormat.of().parseHex(ended.getSeed());
        Check.same("SHA-256 of the seed", model.seedHash, HexFormat.of().formatHex(Draws.sha256(seed)));
        model.draws.check(seed);
        model.checkLedger();
        model.state = GameState.ENDED;
        model.timers.cancelAll();
        long purgeMs = event.getTime().toEpochMilli() + model.rules.getPurgedAfterMs();
        Check.same("purgedAt", Instant.ofEpochMilli(purgeMs), ended.getPurgedAt());
        model.timers.set(purgeMs, Timer.Kind.PURGE, null);
    }

    void purged(Event event) {
        model.followers.checkNone(event.getPayload().getClass());
        causes.timer(event, Timer.Kind.PURGE, null);
        Check.same("commandId", null, event.getCommandId());
        Check.same("playerId", null, event.getPlayerId());
        model.isPurged = true;
    }

    /** Only an administrator is in charge of a game, or the player whose practice it is. */
    private void checkInCharge(Event event) {
        if (event.getPlayerId() != null) {
            Check.same("player in charge", model.practiceFor, event.getPlayerId());
        }
    }

    private List<Standing> standings() {
        List<Player> best = new ArrayList<>(model.players.values());
        best.sort(Comparator.comparingInt(Player::total)
                .thenComparingLong(player -> player.balance)
                .reversed()
                .thenComparingInt(player -> player.joinedAs));
        List<Standing> standings = new ArrayList<>();
        for (Player player : best) {
            standings.add(new Standing(
                    player.id,
                    standings.size() + 1,
                    player.total(),
                    player.points[Index.of(ScoreCategory.MINING)],
                    player.points[Index.of(ScoreCategory.TRADING)],
                    player.points[Index.of(ScoreCategory.TRAVELLING)],
                    player.points[Index.of(ScoreCategory.FIGHTING)],
                    player.points[Index.of(ScoreCategory.UPGRADING)],
                    player.balance));
        }
        return standings;
    }
}
