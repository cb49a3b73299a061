package dungeon.verification.fuzz.kafka;

import dungeon.schemas.Command;
import dungeon.schemas.LobbyCommand;
import dungeon.schemas.serde.RegistryConfig;
import dungeon.schemas.serde.SchemaRegistry;
import dungeon.schemas.serde.WireFormat;
import dungeon.schemas.topics.Topics;
import dungeon.verification.fuzz.bytes.RandomRecord;
import dungeon.verification.fuzz.cases.Stage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;

/** Commands that can be read, with everything right that stands around the order itself; the order is any that fits the schema. */
final class Orders {
    private final Stage stage;
    private final int commandId;
    private final int lobbyCommandId;

    Orders(Stage stage) {
        this.stage = stage;
        SchemaRegistry registry = new SchemaRegistry(
                RegistryConfig.from(Map.of(RegistryConfig.URL, stage.platform().registryUrl())));
        commandId = registry.idOf(Topics.COMMANDS.name() + "-value", Command.getClassSchema());
        lobbyCommandId = registry.idOf(Topics.LOBBY_COMMANDS.name() + "-value", LobbyCommand.getClassSchema());
    }

    /** The id of the schema of a topic's commands. */
    int schemaId(String topic) {
        return topic.equals(Topics.COMMANDS.name()) ? commandId : lobbyCommandId;
    }

    Stage stage() {
        return stage;
    }

    /** An order to one of the games, or to one that there is not. */
    HostileRecord toGame(Random random) {
        String gameId = random.nextInt(20) == 0 ? uuid(random) : stage.someGame(random);
        GenericData.Record command = envelope(Command.getClassSchema(), random, "gameId", gameId);
        return record(Topics.COMMANDS.name(), commandId, gameId, command);
    }

    /** An order to the lobby. */
    HostileRecord toLobby(Random random) {
        String subject = switch (random.nextInt(3)) {
            case 0 -> "player:" + stage.own().playerName().toLowerCase(Locale.ROOT);
            case 1 -> "player:" + stage.other().playerName().toLowerCase(Locale.ROOT);
            default -> "map-type:" + uuid(random);
        };
        GenericData.Record command = envelope(LobbyCommand.getClassSchema(), random, "subject", subject);
        return record(Topics.LOBBY_COMMANDS.name(), lobbyCommandId, subject, command);
    }

    static String uuid(Random random) {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    /** The bytes of a command. */
    static byte[] bytes(int schemaId, GenericData.Record command) {
        try {
            return WireFormat.bytes(schemaId, new GenericDatumWriter<>(command.getSchema()), command);
        } catch (IOException e) {
            throw new UncheckedIOException("What fits the schema cannot be written", e);
        }
    }

    private GenericData.Record envelope(Schema schema, Random random, String idField, String aggregateId) {
        List<String> rightTexts = List.of(
                stage.robotIds().get(random.nextInt(stage.robotIds().size())),
                stage.robotIds().get(random.nextInt(stage.robotIds().size())),
                stage.own().playerName(),
                stage.own().playerId(),
                aggregateId);
        GenericData.Record command = new RandomRecord(random, rightTexts).of(schema);
        command.put("commandId", uuid(random));
        command.put(idField, aggregateId);
        command.put("playerId", stage.own().playerId());
        if (random.nextInt(10) > 0) {
            command.put("issuedAt", System.currentTimeMillis());
        }
        return command;
    }

    private HostileRecord record(String topic, int schemaId, String key, GenericData.Record command) {
        return HostileRecord.of(
                topic, key, bytes(schemaId, command), stage.own().token());
    }
}
