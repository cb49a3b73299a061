package dungeon.verification.fuzz.kafka;

import dungeon.schemas.AttackRobot;
import dungeon.schemas.BuyRobots;
import dungeon.schemas.ClearQueue;
import dungeon.schemas.Command;
import dungeon.schemas.EndGame;
import dungeon.schemas.JoinGame;
import dungeon.schemas.SellResources;
import dungeon.schemas.StartGame;
import dungeon.schemas.topics.Topics;
import dungeon.verification.fuzz.tokens.HostileToken;
import dungeon.verification.fuzz.tokens.HostileTokens;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;

/** Orders in one's own name with a token that proves nothing, and in somebody else's name with one's own. */
final class StolenNames implements RecordKind {
    private final Orders orders;
    private final HostileTokens tokens;
    private final Serializer<Command> serializer;

    StolenNames(Orders orders, HostileTokens tokens) {
        this.orders = orders;
        this.tokens = tokens;
        serializer = Topics.COMMANDS
                .valueSerde(orders.stage().platform().clientConfig())
                .serializer();
    }

    @Override
    public String name() {
        return "stolen-names";
    }

    @Override
    public int weight() {
        return 25;
    }

    @Override
    public HostileRecord next(Random random) {
        boolean ownToken = random.nextInt(4) == 0;
        String playerId = ownToken || random.nextBoolean()
                ? orders.stage().other().playerId()
                : orders.stage().own().playerId();
        String gameId = orders.stage().someGame(random);
        Command command = new Command(Orders.uuid(random), Instant.now(), gameId, playerId, payload(random));
        HostileRecord own = HostileRecord.of(
                Topics.COMMANDS.name(),
                gameId,
                serializer.serialize(Topics.COMMANDS.name(), command),
                orders.stage().own().token());
        if (ownToken) {
            return own;
        }
        HostileToken token = tokens.next(random);
        return own.withHeaders(
                random.nextInt(20) == 0 ? List.of() : List.of(HostileRecord.authorization(token.text())), false);
    }

    private SpecificRecord payload(Random random) {
        List<String> robotIds = orders.stage().robotIds();
        String robotId = robotIds.get(random.nextInt(robotIds.size()));
        return switch (random.nextInt(7)) {
            case 0 -> new BuyRobots(1, null);
            case 1 -> new ClearQueue(robotId);
            case 2 -> new SellResources(robotId);
            case 3 -> new EndGame();
            case 4 -> new StartGame();
            case 5 -> new JoinGame("somebody");
            default -> new AttackRobot(robotId, robotIds.get(0));
        };
    }
}
