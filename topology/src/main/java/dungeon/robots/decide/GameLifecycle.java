package dungeon.robots.decide;

import dungeon.platform.core.Chance;
import dungeon.platform.core.Decision;
import dungeon.platform.core.Principal;
import dungeon.platform.envelope.Ids;
import dungeon.platform.envelope.PrincipalKind;
import dungeon.platform.envelope.TimedIds;
import dungeon.robots.decide.map.MapDrawing;
import dungeon.robots.decide.map.MapTypeFaults;
import dungeon.robots.decide.map.RulesFaults;
import dungeon.robots.state.RobotsState;
import dungeon.robots.state.RobotsTables;
import dungeon.schemas.CreateGame;
import dungeon.schemas.Detail;
import dungeon.schemas.EndReason;
import dungeon.schemas.GameCreated;
import dungeon.schemas.GameEnded;
import dungeon.schemas.GameStarted;
import dungeon.schemas.GameState;
import dungeon.schemas.JoinGame;
import dungeon.schemas.MapInstantiated;
import dungeon.schemas.PlayerJoined;
import dungeon.schemas.RejectionCode;
import dungeon.schemas.Tile;
import dungeon.schemas.state.Game;
import dungeon.schemas.state.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How games come into being, are joined, start and end. */
final class GameLifecycle {
    /** As long as the lobby waits for a game that it has granted. */
    private static final long GIVEN_UP_AFTER_MS = 60_000;

    /** A match is played against somebody. */
    private static final int MATCH_PARTICIPANTS_MINIMUM = 2;

    /** Whoever opens a match joins it a moment later, over HTTP at once; by then nobody quicker has shut them out, and afterwards nobody waits for them. */
    private static final long OPENERS_PLACE_KEPT_MS = 10_000;

    private GameLifecycle() {}

    static void create(Decision<RobotsState> decision, CreateGame create) {
        if (!mayCreate(decision.principal(), create)) {
            rejectCreation(decision);
            return;
        }
        if (!TimedIds.isTimely(decision.aggregateId(), decision.timeMs())) {
            Refusals.refuse(
                    decision,
                    RejectionCode.NOT_TIMELY,
                    "The id of a game may be made at most 24 hours before and 1 minute after its creation arrives",
                    askedFor(create));
            return;
        }
        if (decision.isTaken()) {
            Refusals.refuse(
                    decision, RejectionCode.GAME_EXISTS, "The id %s is taken".formatted(decision.aggregateId()));
            return;
        }
        if (isGivenUp(decision, create)) {
            Refusals.refuse(decision, RejectionCode.NOT_TIMELY, "The lobby has given this game up", askedFor(create));
            return;
        }
        List<Detail> mapFaults = MapTypeFaults.of(create.getMap());
        if (!mapFaults.isEmpty()) {
            Refusals.refuse(decision, RejectionCode.INVALID_MAP, "No map can be made from this map type", mapFaults);
            return;
        }
        List<Detail> rulesFaults = RulesFaults.of(create.getRules());
        if (!rulesFaults.isEmpty()) {
            Refusals.refuse(decision, RejectionCode.INVALID_RULES, "No game can be played by these rules", rulesFaults);
            return;
        }
        Optional<MapInstantiated> map = MapDrawing.draw(create.getMap(), create.getSeed());
        if (map.isEmpty()) {
            Refusals.refuse(
                    decision,
                    RejectionCode.INVALID_MAP,
                    "Chance did not find a map in which every space station reaches a mine of bio matter; give it more room",
                    askedFor(create));
            return;
        }
        decision.emit(new GameCreated(
                create.getMap(),
                create.getRules(),
                create.getParticipantLimit(),
                create.getDurationMs(),
                Chance.hashOf(create.getSeed()),
                create.getPracticeFor(),
                create.getMapTypeId(),
                RobotsDecider.RULES_VERSION,
                decision.time().plusMillis(create.getRules().getExpiresAfterMs()),
                create.getRequestedBy(),
                create.getMatch()));
        decision.keepSecret(RobotsTables.SECRETS, new Secret(create.getSeed()));
        decision.emit(map.get());
    }

    static void start(Decision<RobotsState> decision) {
        Game game = decision.state().game();
        if (!mayGovern(decision.principal(), game.getPracticeFor())) {
            rejectNotAdministrator(decision);
        } else if (game.getState() != GameState.CREATED) {
            rejectWrongState(decision, game);
        } else {
            begin(decision);
        }
    }

    private static void begin(Decision<RobotsState> decision) {
        Instant endsAt = decision.time().plusMillis(decision.state().game().getDurationMs());
        decision.emit(new GameStarted(decision.time(), endsAt));
    }

    /** Nobody has started the game in time: a match that a player has opened starts with those who are there, if they can play each other. */
    static void expire(Decision<RobotsState> decision) {
        Game game = decision.state().game();
        if (game.getMatch() != null && game.getParticipants() >= MATCH_PARTICIPANTS_MINIMUM) {
            begin(decision);
        } else {
            end(decision, EndReason.EXPIRED);
        }
    }

    /** Ends a game on somebody's command. */
    static void end(Decision<RobotsState> decision) {
        Game game = decision.state().game();
        if (!mayGovern(decision.principal(), game.getPracticeFor())) {
            rejectNotAdministrator(decision);
        } else if (game.getState() == GameState.ENDED) {
            rejectWrongState(decision, game);
        } else {
            end(decision, EndReason.ADMINISTRATOR);
        }
    }

    /** Ends a game that has not ended. */
    static void end(Decision<RobotsState> decision, EndReason reason) {
        decision.emit(new GameEnded(
                reason,
                Chance.hexOf(decision.state().secret().getSeed()),
                Standings.of(decision.state().accounts()),
                decision.time().plusMillis(decision.state().game().getRules().getPurgedAfterMs()),
                decision.state().game().getRequestedBy()));
    }

    static void join(Decision<RobotsState> decision, JoinGame join) {
        Principal caller = decision.principal();
        RobotsState state = decision.state();
        Game game = state.game();
        if (game.getState() == GameState.ENDED) {
            rejectWrongState(decision, game);
        } else if (state.account(caller.playerId()) != null) {
            Refusals.refuse(decision, RejectionCode.ALREADY_JOINED, "You are a participant of this game already");
        } else if (game.getParticipants() >= placesFor(caller, state, decision.timeMs())) {
            Refusals.refuse(
                    decision,
                    RejectionCode.GAME_FULL,
                    "All places of the game are taken",
                    List.of(new Detail("participantLimit", String.valueOf(game.getParticipantLimit()))));
        } else {
            Tile home = game.getStations()
                    .get(game.getParticipants() % game.getStations().size());
            decision.emit(new PlayerJoined(
                    join.getPlayerName(), home, game.getRules().getInitialCredits(), game.getParticipants()));
            startIfAllAreThere(decision);
        }
    }

    /** Only a match that a player has opened waits for nothing but players. */
    private static void startIfAllAreThere(Decision<RobotsState> decision) {
        Game game = decision.state().game();
        boolean waits = game.getMatch() != null && game.getState() == GameState.CREATED;
        if (waits && game.getParticipants() >= game.getParticipantLimit()) {
            begin(decision);
        }
    }

    /** How many can have joined before somebody does; a place is kept for the owner of a practice game, and for a while for the opener of a match. */
    private static int placesFor(Principal caller, RobotsState state, long timeMs) {
        Game game = state.game();
        String awaited = game.getPracticeFor();
        if (game.getMatch() != null && timeMs < game.getCreatedAtMs() + OPENERS_PLACE_KEPT_MS) {
            awaited = game.getMatch().getOpenedBy();
        }
        boolean isKept = awaited != null && !awaited.equals(caller.playerId()) && state.account(awaited) == null;
        return game.getParticipantLimit() - (isKept ? 1 : 0);
    }

    /** The lobby asks for the practice games and matches of players, because it counts them. */
    private static boolean mayCreate(Principal caller, CreateGame create) {
        return caller.isAdministrator() || (create.getRequestedBy() != null && caller.kind() == PrincipalKind.SERVICE);
    }

    private static void rejectCreation(Decision<RobotsState> decision) {
        Refusals.refuse(
                decision,
                RejectionCode.NOT_ADMINISTRATOR,
                "Only an administrator creates games; a player asks the lobby for a practice game or a match");
    }

    /** A relay that was away for long would create games that are counted no longer. Their ids say when they were granted. */
    private static boolean isGivenUp(Decision<RobotsState> decision, CreateGame create) {
        return create.getRequestedBy() != null
                && decision.timeMs() - Ids.timeMsOf(decision.aggregateId()) > GIVEN_UP_AFTER_MS;
    }

    /** By this the lobby is told that there is no game. */
    private static List<Detail> askedFor(CreateGame create) {
        return create.getRequestedBy() == null
                ? List.of()
                : List.of(new Detail("requestedBy", create.getRequestedBy()));
    }

    private static boolean mayGovern(Principal caller, String practiceFor) {
        return caller.isAdministrator() || (practiceFor != null && practiceFor.equals(caller.playerId()));
    }

    private static void rejectNotAdministrator(Decision<RobotsState> decision) {
        Refusals.refuse(
                decision,
                RejectionCode.NOT_ADMINISTRATOR,
                "Only an administrator does this, or a player in a practice game of their own");
    }

    private static void rejectWrongState(Decision<RobotsState> decision, Game game) {
        Refusals.refuse(
                decision,
                RejectionCode.WRONG_STATE,
                "The game is %s".formatted(game.getState()),
                List.of(new Detail("state", game.getState().toString())));
    }
}
