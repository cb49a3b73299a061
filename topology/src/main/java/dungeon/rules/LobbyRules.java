package dungeon.rules;

import dungeon.schemas.CommandRejected;
import dungeon.schemas.CreateMapType;
import dungeon.schemas.Detail;
import dungeon.schemas.LobbyCommand;
import dungeon.schemas.LobbyEvent;
import dungeon.schemas.MapTypeCreated;
import dungeon.schemas.PlayerRegistered;
import dungeon.schemas.RegisterPlayer;
import dungeon.schemas.RejectionCode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.avro.specific.SpecificRecord;

/** What commands to the lobby cause: players register, map types are stored. A subject is decided on its own. */
public final class LobbyRules {
    private static final String PLAYER_PREFIX = "player:";
    private static final String MAP_TYPE_PREFIX = "map-type:";
    private static final Pattern PLAYER_NAME = Pattern.compile("[A-Za-z0-9_-]{3,32}");

    private LobbyRules() {}

    /** The subject, and key, of a player. */
    public static String subjectOfPlayer(String playerName) {
        return PLAYER_PREFIX + playerName.toLowerCase(Locale.ROOT);
    }

    /** The subject, and key, of a map type. */
    public static String subjectOfMapType(String mapTypeId) {
        return MAP_TYPE_PREFIX + mapTypeId;
    }

    /**
     * Decides a command, unless it is a repetition.
     *
     * @param world the state of the command's subject; the change is made there
     */
    public static Optional<LobbyEvent> handle(LobbyWorld world, LobbyCommand command, Arrival arrival) {
        HandledCommand handled = new HandledCommand(arrival.caller().sender(), command.getCommandId());
        Long handledAtMs = handled.isMemorable() ? world.handledAtMs(handled, arrival.stampMs()) : null;
        if (handledAtMs != null && arrival.stampMs() - handledAtMs <= HandledCommand.REMEMBERED_MS) {
            return Optional.empty();
        }
        SpecificRecord outcome = decide(world, command, arrival);
        boolean known = LobbyEvolution.sequenceOf(world) > 0;
        boolean numbered = known || !(outcome instanceof CommandRejected);
        LobbyEvent event = new LobbyEvent(
                world.subject(),
                numbered ? LobbyEvolution.sequenceOf(world) + 1 : 0,
                Instant.ofEpochMilli(arrival.stampMs()),
                command.getCommandId().length() <= Admission.ID_LENGTH_MAXIMUM ? command.getCommandId() : null,
                arrival.caller().playerId(),
                0,
                outcome);
        if (numbered) {
            LobbyEvolution.evolve(world, event);
            if (handled.isMemorable()) {
                world.remember(handled, arrival.stampMs());
            }
        }
        return Optional.of(event);
    }

    private static SpecificRecord decide(LobbyWorld world, LobbyCommand command, Arrival arrival) {
        Caller caller = arrival.caller();
        boolean registers = command.getPayload() instanceof RegisterPlayer;
        boolean registrar = caller.kind() == Caller.Kind.REGISTRAR;
        if (caller.kind() == Caller.Kind.UNKNOWN) {
            return rejected(RejectionCode.UNAUTHENTICATED, caller.problem());
        }
        if (registers != registrar) {
            return rejected(
                    RejectionCode.UNAUTHENTICATED,
                    registers ? "Players are registered by the ingest" : "This token is for registering only");
        }
        if (registrar && !Ids.nameBased(world.subject()).equals(caller.playerId())) {
            return rejected(RejectionCode.NOT_YOU, "The token is not for this name");
        }
        if (command.getPlayerId() != null && !command.getPlayerId().equals(caller.playerId())) {
            return rejected(RejectionCode.NOT_YOU, "The token is not that of the player whom the command names");
        }
        if (!arrival.isTimely(command.getIssuedAt().toEpochMilli())) {
            return rejected(
                    RejectionCode.NOT_TIMELY,
                    "A command may be issued at most 2 minutes before and 1 minute after it arrives");
        }
        if (arrival.bytes() > Arrival.COMMAND_BYTES_MAXIMUM) {
            return rejected(
                    RejectionCode.MALFORMED,
                    "The command has %d bytes; %d are allowed"
                            .formatted(arrival.bytes(), Arrival.COMMAND_BYTES_MAXIMUM));
        }
        if (!Ids.isCanonical(command.getCommandId())) {
            return rejected(RejectionCode.MALFORMED, "The commandId must be a UUID in lower case");
        }
        return command.getPayload() instanceof RegisterPlayer register
                ? register(world, register)
                : createMapType(world, (CreateMapType) command.getPayload());
    }

    private static SpecificRecord register(LobbyWorld world, RegisterPlayer register) {
        String name = register.getPlayerName();
        if (!PLAYER_NAME.matcher(name).matches()) {
            return rejected(RejectionCode.MALFORMED, "A name has 3 to 32 of the characters A-Z, a-z, 0-9, _ and -");
        }
        if (!world.subject().equals(subjectOfPlayer(name))) {
            return rejected(RejectionCode.MALFORMED, "The subject is not that of this name");
        }
        if (world.player() != null) {
            return rejected(RejectionCode.NAME_TAKEN, "The name %s is taken".formatted(name));
        }
        return new PlayerRegistered(Ids.nameBased(world.subject()), name);
    }

    private static SpecificRecord createMapType(LobbyWorld world, CreateMapType create) {
        String id = create.getMapTypeId();
        if (!Ids.isCanonical(id) || !world.subject().equals(subjectOfMapType(id))) {
            return rejected(
                    RejectionCode.MALFORMED,
                    "The mapTypeId must be a UUID in lower case, and the subject be made of it");
        }
        // Not by reading the map type, which can be large.
        if (LobbyEvolution.sequenceOf(world) > 0) {
            return rejected(RejectionCode.MAP_TYPE_EXISTS, "The id %s is taken".formatted(id));
        }
        List<Detail> faults = MapTypeFaults.of(create.getMap());
        return faults.isEmpty()
                ? new MapTypeCreated(id, create.getMap())
                : rejected(RejectionCode.INVALID_MAP, "No map can be made from this map type", faults);
    }

    private static CommandRejected rejected(RejectionCode code, String message) {
        return rejected(code, message, List.of());
    }

    private static CommandRejected rejected(RejectionCode code, String message, List<Detail> details) {
        return new CommandRejected(code, message, details);
    }
}
