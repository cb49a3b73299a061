package dungeon.statetopics;

import dungeon.robots.state.RobotsTables;
import dungeon.robots.state.Units;
import dungeon.schemas.ecst.BankAccountSnapshot;
import dungeon.schemas.ecst.GameSnapshot;
import dungeon.schemas.ecst.MineSnapshot;
import dungeon.schemas.ecst.PlanetSnapshot;
import dungeon.schemas.ecst.PlayerSnapshot;
import dungeon.schemas.ecst.RobotSnapshot;
import dungeon.schemas.state.Account;
import dungeon.schemas.state.Game;
import dungeon.schemas.state.MapTile;
import dungeon.schemas.state.Mine;
import dungeon.schemas.state.Robot;
import dungeon.schemas.topics.StateTopics;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What is published of the robots' games: the tables as they are stored are nobody else's business, and may change. */
final class Publications {
    static final List<Publication<?, ?>> ALL = List.of(
            new Publication<>(RobotsTables.GAMES, StateTopics.GAMES, game -> "", Publications::game),
            new Publication<>(RobotsTables.ACCOUNTS, StateTopics.PLAYERS, Account::getPlayerId, Publications::player),
            new Publication<>(
                    RobotsTables.ACCOUNTS, StateTopics.BANK_ACCOUNTS, Account::getPlayerId, Publications::bankAccount),
            new Publication<>(
                    RobotsTables.TILES,
                    StateTopics.PLANETS,
                    tile -> place(tile.getX(), tile.getY()),
                    Publications::planet),
            new Publication<>(
                    RobotsTables.MINES, StateTopics.MINES, mine -> place(mine.getX(), mine.getY()), Publications::mine),
            new Publication<>(RobotsTables.ROBOTS, StateTopics.ROBOTS, Robot::getRobotId, Publications::robot));

    private Publications() {}

    private static GameSnapshot game(String gameId, Game game) {
        return new GameSnapshot(
                gameId,
                game.getSequence(),
                game.getState(),
                game.getMapName(),
                game.getWidth(),
                game.getHeight(),
                game.getMapTypeId(),
                game.getParticipantLimit(),
                game.getParticipants(),
                game.getDurationMs(),
                game.getPracticeFor(),
                game.getRulesVersion(),
                time(game.getCreatedAtMs()),
                time(game.getStartedAtMs()),
                time(game.getEndsAtMs()),
                time(game.getEndedAtMs()),
                game.getEndReason());
    }

    private static PlayerSnapshot player(String gameId, Account account) {
        return new PlayerSnapshot(
                gameId,
                account.getSequence(),
                account.getPlayerId(),
                account.getPlayerName(),
                account.getNumber(),
                account.getHomeStation(),
                account.getRobots(),
                account.getEliminated(),
                account.getMining(),
                account.getTrading(),
                account.getTravelling(),
                account.getFighting(),
                account.getUpgrading());
    }

    private static BankAccountSnapshot bankAccount(String gameId, Account account) {
        return new BankAccountSnapshot(
                gameId, account.getSequence(), account.getPlayerId(), account.getBalance(), account.getSalesRevenue());
    }

    private static PlanetSnapshot planet(String gameId, MapTile tile) {
        return new PlanetSnapshot(
                gameId,
                tile.getSequence(),
                tile.getX(),
                tile.getY(),
                tile.getGravity(),
                tile.getStructure(),
                tile.getContent(),
                numbersIn(tile.getVisitedBy()));
    }

    private static MineSnapshot mine(String gameId, Mine mine) {
        return new MineSnapshot(
                gameId,
                mine.getSequence(),
                mine.getX(),
                mine.getY(),
                mine.getResource(),
                mine.getPlacedUnits(),
                mine.getRemainingUnits());
    }

    private static RobotSnapshot robot(String gameId, Robot robot) {
        return new RobotSnapshot(
                gameId,
                robot.getSequence(),
                robot.getRobotId(),
                robot.getPlayerId(),
                robot.getName(),
                robot.getDestroyed(),
                robot.getX(),
                robot.getY(),
                (int) (robot.getHealth() / Units.HEALTH),
                (int) (robot.getEnergy() / Units.ENERGY),
                time(robot.getAsOfMs()),
                time(robot.getReadyAtMs()),
                robot.getLevels(),
                robot.getDamageBonus(),
                robot.getCargo(),
                robot.getQueue().size(),
                robot.getMining() == null ? null : time(robot.getMining().getCompletesAtMs()));
    }

    private static String place(int x, int y) {
        return x + StateKeys.SEPARATOR + y;
    }

    private static List<Integer> numbersIn(ByteBuffer bits) {
        List<Integer> numbers = new ArrayList<>();
        for (int number = 0; number < bits.remaining() * Byte.SIZE; number++) {
            if ((bits.get(bits.position() + number / Byte.SIZE) >> number % Byte.SIZE & 1) != 0) {
                numbers.add(number);
            }
        }
        return numbers;
    }

    private static Instant time(Long ms) {
        return ms == null ? null : Instant.ofEpochMilli(ms);
    }
}
