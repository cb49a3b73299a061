package dungeon.players.practice;

import dungeon.players.game.Commander;
import dungeon.players.game.GameView;
import dungeon.players.game.LeftGameException;
import dungeon.players.game.Robot;
import dungeon.players.game.Strategy;
import dungeon.schemas.ActionFailed;
import dungeon.schemas.CommandRejected;
import dungeon.schemas.Event;
import dungeon.schemas.GameCreated;
import dungeon.schemas.PlayerJoined;
import java.util.function.IntConsumer;

/**
 * Lets the log of a game decide who plays it: the host of the first bot that has joined. Until that is known the bot gives no orders. The log
 * says the same after each restart, and to all instances.
 */
final class Claim implements Strategy {
    private final String playerId;
    private final Strategy strategy;
    private final IntConsumer whenWon;
    private final Runnable whenLost;
    private GameCreated created;
    private boolean won;

    /**
     * A claim of the first bot of an instance.
     *
     * @param playerId the bot's; UUID
     * @param strategy by which it plays if the game is its host's
     * @param whenWon is told how many bots the game wants
     * @param whenLost is told that another instance has the game
     */
    Claim(String playerId, Strategy strategy, IntConsumer whenWon, Runnable whenLost) {
        this.playerId = playerId;
        this.strategy = strategy;
        this.whenWon = whenWon;
        this.whenLost = whenLost;
    }

    /** How many bots a game wants: one for each place beside its player's. */
    static int botsOf(int participantLimit) {
        return Math.min(participantLimit - 1, PracticeLimits.BOTS_MAXIMUM);
    }

    @Override
    public void onEvent(Event event, GameView view) {
        if (event.getPayload() instanceof GameCreated fresh) {
            created = fresh;
        } else if (!won && event.getPayload() instanceof PlayerJoined joined) {
            decide(joined, event.getPlayerId());
        }
        strategy.onEvent(event, view);
    }

    private void decide(PlayerJoined joined, String joinedId) {
        if (!HouseNames.isBot(joined.getPlayerName(), joinedId, created.getPracticeFor())) {
            return;
        }
        if (!joinedId.equals(playerId)) {
            whenLost.run();
            throw new LeftGameException("%s of another instance was here first".formatted(joined.getPlayerName()));
        }
        won = true;
        whenWon.accept(botsOf(created.getParticipantLimit()));
    }

    @Override
    public void think(Commander commander) {
        if (won) {
            strategy.think(commander);
        }
    }

    @Override
    public void onRejected(CommandRejected rejection, String commandId) {
        strategy.onRejected(rejection, commandId);
    }

    @Override
    public void onFailed(ActionFailed failed, Robot robot) {
        strategy.onFailed(failed, robot);
    }
}
