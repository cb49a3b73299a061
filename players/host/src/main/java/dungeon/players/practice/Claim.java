package dungeon.players.practice;

import dungeon.players.bots.BotKind;
import dungeon.players.game.Commander;
import dungeon.players.game.GameView;
import dungeon.players.game.LeftGameException;
import dungeon.players.game.Robot;
import dungeon.players.game.Strategy;
import dungeon.schemas.ActionFailed;
import dungeon.schemas.CommandRejected;
import dungeon.schemas.Event;
import dungeon.schemas.GameCreated;
import dungeon.schemas.GameStarted;
import dungeon.schemas.PlayerJoined;
import java.util.List;
import java.util.function.Predicate;

/**
 * Lets the log of a game decide who plays it: the host of the first bot that has joined. The log says the same after each restart, and to all
 * instances. A bot joins in its instance's turn only, and not where another is. One that has joined nevertheless plays as well, and nobody
 * comes after it. No bot joins a match that nobody else is in, or one that has started: whoever is in it by then plays on, also after a restart.
 */
final class Claim implements Strategy {
    private final String playerId;
    private final Strategy strategy;
    private final Predicate<BotWish> turn;
    private final Verdict verdict;
    private BotWish wish;
    private int taken;
    private String taker;
    private boolean hasStarted;
    private boolean joining;

    /** What the log says of a game. */
    interface Verdict {
        /**
         * This instance has it.
         *
         * @param wish what the game wants
         * @param bots which it wants, the first one included
         */
        void won(BotWish wish, List<BotKind> bots);

        /** Another instance has it. */
        void lost();
    }

    /**
     * A claim of the first bot of an instance.
     *
     * @param playerId the bot's; UUID
     * @param strategy by which it plays
     * @param turn whether it may join now a game that wants bots
     * @param verdict is told whose the game is, and the same again if the log is read again
     */
    Claim(String playerId, Strategy strategy, Predicate<BotWish> turn, Verdict verdict) {
        this.playerId = playerId;
        this.strategy = strategy;
        this.turn = turn;
        this.verdict = verdict;
    }

    @Override
    public boolean joins(GameView view) {
        // An order to join that is under way cannot be taken back.
        if (taker != null && !joining) {
            throw new LeftGameException("%s of another instance was here first".formatted(taker));
        }
        if (hasStarted && wish.isMatch() && !joining) {
            throw new LeftGameException("The match has started without bots");
        }
        joining = joining || (wish.hasPeople(taken) && turn.test(wish));
        return joining;
    }

    @Override
    public void onEvent(Event event, GameView view) {
        if (event.getPayload() instanceof GameCreated created) {
            wish = BotWish.of(event.getGameId(), created);
        } else if (event.getPayload() instanceof GameStarted) {
            hasStarted = true;
        } else if (taker == null && event.getPayload() instanceof PlayerJoined joined) {
            decide(joined, event.getPlayerId());
        }
        strategy.onEvent(event, view);
    }

    private void decide(PlayerJoined joined, String joinedId) {
        if (!HouseNames.isBot(joined.getPlayerName(), joinedId, wish.owner())) {
            taken++;
            return;
        }
        taker = joined.getPlayerName();
        if (joinedId.equals(playerId)) {
            verdict.won(wish, wish.bots(taken));
        } else {
            verdict.lost();
        }
    }

    @Override
    public void think(Commander commander) {
        strategy.think(commander);
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
