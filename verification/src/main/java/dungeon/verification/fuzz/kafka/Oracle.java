package dungeon.verification.fuzz.kafka;

import dungeon.platform.envelope.CommandFormat;
import dungeon.players.connection.Platform;
import dungeon.schemas.Command;
import dungeon.schemas.LobbyCommand;
import dungeon.schemas.serde.UndecodableException;
import dungeon.schemas.serde.WireFormat;
import dungeon.schemas.topics.Envelopes;
import dungeon.schemas.topics.Topics;
import dungeon.verification.fuzz.cases.Stage;
import dungeon.verification.fuzz.outcomes.Fate;
import dungeon.verification.fuzz.outcomes.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.utils.Utils;

/**
 * Says what has to come of a record, by what the records on the wire are described to be. It shares the reading of bytes with the platform,
 * and nothing else.
 */
final class Oracle {
    private static final int KEY_BYTES_MAXIMUM = 100;
    private static final int ID_LENGTH_MAXIMUM = 64;

    /** The registry of a new installation has given out fewer ids. */
    private static final int KNOWN_SCHEMAS = 30;

    /** Well beyond the times that are allowed. */
    private static final Duration UNTIMELY = Duration.ofMinutes(4);

    private final Orders orders;
    private final Stage stage;
    private final Deserializer<Command> commands;
    private final Deserializer<LobbyCommand> lobbyCommands;

    Oracle(Orders orders) {
        this.orders = orders;
        this.stage = orders.stage();
        Platform platform = stage.platform();
        commands = Topics.COMMANDS.valueSerde(platform.clientConfig()).deserializer();
        lobbyCommands =
                Topics.LOBBY_COMMANDS.valueSerde(platform.clientConfig()).deserializer();
    }

    Verdict judge(HostileRecord record) {
        if (record.value() == null) {
            return Verdict.deadLetter("NO_VALUE");
        }
        if (record.key() == null) {
            return Verdict.deadLetter("NO_KEY");
        }
        if (record.key().length > KEY_BYTES_MAXIMUM) {
            return Verdict.deadLetter("LONG_KEY");
        }
        if (!WireFormat.hasHeader(record.value())) {
            return Verdict.deadLetter("UNDECODABLE");
        }
        int schemaId = WireFormat.schemaId(record.value());
        if (schemaId != orders.schemaId(record.topic()) && (schemaId < 0 || schemaId > KNOWN_SCHEMAS)) {
            return Verdict.deadLetter("UNKNOWN_SCHEMA|SCHEMA_UNAVAILABLE");
        }
        try {
            return record.topic().equals(Topics.COMMANDS.name())
                    ? judge(record, Envelopes.COMMANDS, commands.deserialize(record.topic(), record.value()))
                    : judge(
                            record,
                            Envelopes.LOBBY_COMMANDS,
                            lobbyCommands.deserialize(record.topic(), record.value()));
        } catch (UndecodableException e) {
            return Verdict.deadLetter(
                    schemaId == orders.schemaId(record.topic())
                            ? "UNDECODABLE"
                            : "UNDECODABLE|UNKNOWN_SCHEMA|SCHEMA_UNAVAILABLE");
        }
    }

    private <C extends SpecificRecord> Verdict judge(HostileRecord record, CommandFormat<C> format, C command) {
        String aggregateId = format.aggregateId().apply(command);
        if (!Arrays.equals(aggregateId.getBytes(StandardCharsets.UTF_8), record.key())) {
            return Verdict.deadLetter("WRONG_KEY");
        }
        int right = Utils.toPositive(Utils.murmur2(record.key())) % Topics.PARTITIONS;
        if (record.partition() != null && record.partition() != right) {
            return Verdict.deadLetter("WRONG_PARTITION");
        }
        if (format.isTick().test(format.payload().apply(command))) {
            return Verdict.nothing(null);
        }
        String commandId = format.commandId().apply(command);
        if (!record.tokenHolds()) {
            return new Verdict(Fate.DEAD_LETTER, "UNAUTHENTICATED", commandId, aggregateId);
        }
        Fate fate = commandId.length() > ID_LENGTH_MAXIMUM ? Fate.NAMELESS_REJECTION : Fate.OUTCOME;
        return new Verdict(fate, rejection(format, command), commandId, aggregateId);
    }

    /** What it must be rejected with at least; empty if that is for the rules to say. */
    private <C extends SpecificRecord> String rejection(CommandFormat<C> format, C command) {
        String playerId = format.playerId().apply(command);
        if (playerId != null && !playerId.equals(stage.own().playerId())) {
            return "NOT_YOU|UNAUTHENTICATED";
        }
        Instant issuedAt = format.issuedAt().apply(command);
        Instant now = Instant.now();
        boolean untimely = issuedAt.isBefore(now.minus(UNTIMELY)) || issuedAt.isAfter(now.plus(UNTIMELY));
        return untimely ? "NOT_YOU|UNAUTHENTICATED|NOT_TIMELY" : "";
    }
}
