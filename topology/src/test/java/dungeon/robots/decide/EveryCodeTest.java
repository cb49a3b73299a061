package dungeon.robots.decide;

import static dungeon.robots.GameScenario.ADMINISTRATOR;
import static dungeon.robots.GameScenario.ANN;
import static dungeon.robots.GameScenario.BOB;
import static dungeon.robots.GameScenario.CID;
import static dungeon.robots.GameScenario.NOBODY;
import static dungeon.robots.GameScenario.creation;
import static dungeon.robots.GameScenario.defaults;
import static dungeon.robots.GameScenario.idOf;
import static dungeon.robots.GameScenario.time;
import static dungeon.robots.MapPlan.crossroads;
import static dungeon.robots.MapPlan.tile;
import static org.assertj.core.api.Assertions.assertThat;

import dungeon.lobby.LobbyScenario;
import dungeon.platform.core.Principal;
import dungeon.robots.GameScenario;
import dungeon.robots.Given;
import dungeon.robots.MapPlan;
import dungeon.robots.Outcome;
import dungeon.schemas.ActionFailed;
import dungeon.schemas.AttackRobot;
import dungeon.schemas.BuyRobots;
import dungeon.schemas.BuyUpgrade;
import dungeon.schemas.Command;
import dungeon.schemas.CommandRejected;
import dungeon.schemas.CreateGame;
import dungeon.schemas.CreateMapType;
import dungeon.schemas.Direction;
import dungeon.schemas.EndGame;
import dungeon.schemas.FailureReason;
import dungeon.schemas.JoinGame;
import dungeon.schemas.LeaveSearch;
import dungeon.schemas.LobbyEvent;
import dungeon.schemas.Pace;
import dungeon.schemas.RejectionCode;
import dungeon.schemas.RemoveMapType;
import dungeon.schemas.RequestPracticeGame;
import dungeon.schemas.Rules;
import dungeon.schemas.SearchOpponent;
import dungeon.schemas.SellResources;
import dungeon.schemas.StartGame;
import dungeon.schemas.StartMining;
import dungeon.schemas.StoreMapType;
import dungeon.schemas.Tile;
import dungeon.schemas.Upgrade;
import dungeon.schemas.topics.LobbySubjects;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A command for each code with which commands are refused and each reason for which actions fail. A new one without a command
 * here does not compile.
 */
class EveryCodeTest {
    private static final String MAP_TYPE = "0f0e0d0c-0b0a-4908-8706-050403020100";
    private static final Tile STATION = tile(0, 0);
    private static final Tile ARENA = tile(2, 1);

    @ParameterizedTest
    @EnumSource(value = RejectionCode.class, names = "UNKNOWN", mode = EnumSource.Mode.EXCLUDE)
    void aCommandIsRefusedWithThisCode(RejectionCode code) {
        assertThat(rejection(code).getCode()).isEqualTo(code);
    }

    @ParameterizedTest
    @EnumSource(value = FailureReason.class, names = "UNKNOWN", mode = EnumSource.Mode.EXCLUDE)
    void anActionFailsForThisReason(FailureReason reason) {
        Outcome outcome = failure(reason);
        assertThat(outcome.events()).hasSize(1);
        assertThat(outcome.events().get(0).getPayload()).isInstanceOf(ActionFailed.class);
        assertThat(((ActionFailed) outcome.events().get(0).getPayload()).getReason())
                .isEqualTo(reason);
    }

    private static CommandRejected rejection(RejectionCode code) {
        GameScenario game = GameScenario.started(crossroads().blackHoleDestruction(1000), ANN, BOB);
        return switch (code) {
            case UNKNOWN -> throw new IllegalArgumentException("Only for codes that this build does not know");
            case UNAUTHENTICATED -> rejected(game.send(NOBODY, new BuyRobots(1, null)));
            case NOT_YOU -> rejected(game.send(CID, new JoinGame("Dan")));
            case NOT_TIMELY -> {
                Command late = game.command(ANN, new BuyRobots(1, null));
                late.setIssuedAt(time(-120_001));
                yield rejected(game.send(ANN, late));
            }
            case MALFORMED -> rejected(game.send(ANN, new BuyRobots(0, null)));
            case UNKNOWN_GAME -> rejected(GameScenario.empty().send(ANN, new BuyRobots(1, null)));
            case NOT_ADMINISTRATOR -> rejected(game.send(ANN, new EndGame()));
            case GAME_NOT_RUNNING -> rejected(GameScenario.created(crossroads()).send(ANN, new BuyRobots(1, null)));
            case WRONG_STATE -> rejected(game.send(ADMINISTRATOR, new StartGame()));
            case NOT_A_PARTICIPANT -> rejected(game.send(CID, new BuyRobots(1, null)));
            case ELIMINATED -> {
                String last = game.buyRobotAt(ANN, tile(4, 0));
                Given.balance(game, ANN, 99);
                game.move(ANN, last, Direction.N);
                yield rejected(game.send(ANN, new BuyRobots(1, null)));
            }
            case UNKNOWN_ROBOT -> rejected(game.move(ANN, idOf(99), Direction.N));
            case NOT_OWNER -> rejected(game.move(ANN, game.buyRobot(BOB), Direction.N));
            case ROBOT_DESTROYED -> {
                String lost = game.buyRobotAt(ANN, tile(4, 0));
                game.move(ANN, lost, Direction.N);
                yield rejected(game.move(ANN, lost, Direction.N));
            }
            case GAME_EXISTS ->
                rejected(game.send(ADMINISTRATOR, creation(crossroads().mapType(), defaults())));
            case INVALID_MAP ->
                rejected(GameScenario.empty()
                        .send(ADMINISTRATOR, creation(MapPlan.of(5, 4).mapType(), defaults())));
            case INVALID_RULES -> {
                Rules rules = defaults();
                rules.setInitialCredits(99);
                yield rejected(GameScenario.empty()
                        .send(ADMINISTRATOR, creation(crossroads().mapType(), rules)));
            }
            case GAME_FULL -> {
                CreateGame small = creation(crossroads().mapType(), defaults());
                small.setParticipantLimit(1);
                GameScenario full = GameScenario.empty();
                full.send(ADMINISTRATOR, small);
                full.join(ANN);
                yield rejected(full.join(BOB));
            }
            case ALREADY_JOINED -> rejected(game.join(ANN));
            case QUEUE_FULL -> {
                String robot = game.buyRobot(ANN);
                for (int i = 0; i < 17; i++) {
                    game.move(ANN, robot, Direction.W);
                }
                yield rejected(game.move(ANN, robot, Direction.W));
            }
            case UNKNOWN_TARGET -> rejected(game.send(ANN, new AttackRobot(game.buyRobot(ANN), idOf(99))));
            case NOT_A_STATION -> rejected(game.send(ANN, new BuyRobots(1, ARENA)));
            case ROBOT_LIMIT -> {
                Given.balance(game, ANN, 1_000_000);
                game.send(ANN, new BuyRobots(100, null));
                yield rejected(game.send(ANN, new BuyRobots(1, null)));
            }
            case INSUFFICIENT_FUNDS -> rejected(game.send(ANN, new BuyRobots(6, null)));
            case MAX_LEVEL -> {
                String robot = game.buyRobot(ANN);
                game.send(ANN, new BuyUpgrade(robot, Upgrade.STORAGE, 1));
                yield rejected(game.send(ANN, new BuyUpgrade(robot, Upgrade.STORAGE, 5)));
            }
            case NAME_TAKEN -> {
                LobbyScenario lobby = new LobbyScenario("player:ann");
                Principal registrar = Principal.registrar(ANN.playerId(), "Ann");
                lobby.register(registrar, "Ann");
                yield rejected(lobby.register(registrar, "Ann"));
            }
            case MAP_TYPE_EXISTS -> {
                LobbyScenario lobby = new LobbyScenario("map-type:" + MAP_TYPE);
                CreateMapType create = new CreateMapType(MAP_TYPE, crossroads().mapType());
                lobby.store(ADMINISTRATOR, create);
                yield rejected(lobby.store(ADMINISTRATOR, create));
            }
            case UNKNOWN_PLAYER -> rejected(new LobbyScenario("player:ann").send(ANN, practiceGame()));
            case UNKNOWN_MAP_TYPE -> rejected(lobbyOfAnn().send(ANN, new RemoveMapType(MAP_TYPE)));
            case PRACTICE_GAME_RUNNING -> {
                LobbyScenario lobby = lobbyOfAnn();
                lobby.send(ANN, practiceGame());
                yield rejected(lobby.send(ANN, practiceGame()));
            }
            case ALREADY_SEARCHING -> {
                LobbyScenario lobby = lobbyOfAnn();
                lobby.send(ANN, new SearchOpponent(Pace.NORMAL, null, 0L));
                yield rejected(lobby.send(ANN, new SearchOpponent(Pace.NORMAL, null, 0L)));
            }
            case NOT_SEARCHING ->
                rejected(new LobbyScenario(LobbySubjects.TICTACTOE_POOL).send(ANN, new LeaveSearch(idOf(1))));
            case LIMIT_REACHED -> {
                LobbyScenario lobby = lobbyOfAnn();
                for (int i = 0; i < 10; i++) {
                    lobby.send(ANN, new StoreMapType(crossroads().mapType()));
                }
                yield rejected(lobby.send(ANN, new StoreMapType(crossroads().mapType())));
            }
        };
    }

    private static LobbyScenario lobbyOfAnn() {
        LobbyScenario lobby = new LobbyScenario("player:ann");
        lobby.register(Principal.registrar(ANN.playerId(), "Ann"), "Ann");
        return lobby;
    }

    private static RequestPracticeGame practiceGame() {
        return new RequestPracticeGame(crossroads().mapType(), null, 2, 60_000L);
    }

    private static Outcome failure(FailureReason reason) {
        GameScenario game = GameScenario.started(crossroads(), ANN, BOB);
        return switch (reason) {
            case UNKNOWN -> throw new IllegalArgumentException("Only for reasons that this build does not know");
            case VOID -> game.move(ANN, game.buyRobot(ANN), Direction.N);
            case EDGE -> game.move(ANN, game.buyRobot(ANN), Direction.W);
            case OUT_OF_RANGE ->
                game.send(ANN, new AttackRobot(Given.robot(game, ANN, ARENA), Given.robot(game, BOB, STATION)));
            case SAFE_ZONE ->
                game.send(ANN, new AttackRobot(Given.robot(game, ANN, STATION), Given.robot(game, BOB, STATION)));
            case TARGET_DESTROYED -> {
                String robot = Given.robot(game, ANN, ARENA);
                String target = Given.robot(game, BOB, Given.levels(), ARENA, 1, 0);
                game.send(ANN, new AttackRobot(robot, target));
                yield game.at(1_000).send(ANN, new AttackRobot(robot, target));
            }
            case NO_MINE -> game.send(ANN, new StartMining(game.buyRobot(ANN), null));
            case MINING_IN_PROGRESS -> {
                String robot = game.buyRobot(ANN);
                game.send(ANN, new StartMining(robot, tile(2, 3)));
                yield game.at(1_000).send(ANN, new StartMining(robot, tile(2, 3)));
            }
            case NOT_AT_STATION -> game.send(ANN, new SellResources(Given.robot(game, ANN, ARENA)));
            case NOTHING_TO_SELL -> game.send(ANN, new SellResources(game.buyRobot(ANN)));
            case TOO_LITTLE_CAPACITY -> {
                Rules rules = defaults();
                rules.setMiningEnergy(List.of(1, 21, 21, 21, 21, 21));
                GameScenario dear = GameScenario.started(crossroads(), rules, ANN);
                String robot = dear.buyRobot(ANN);
                dear.send(ANN, new BuyUpgrade(robot, Upgrade.MINING, 1));
                yield dear.send(ANN, new StartMining(robot, tile(2, 3)));
            }
        };
    }

    private static CommandRejected rejected(Outcome outcome) {
        assertThat(outcome.events()).hasSize(1);
        return (CommandRejected) outcome.events().get(0).getPayload();
    }

    private static CommandRejected rejected(Optional<LobbyEvent> event) {
        return (CommandRejected) event.orElseThrow().getPayload();
    }
}
