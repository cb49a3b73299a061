package dungeon.ingest.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dungeon.ingest.players.PlayerNames;
import dungeon.ingest.problems.Problem;
import dungeon.ingest.problems.Problems;
import dungeon.platform.envelope.Ids;
import dungeon.schemas.RegisterPlayer;
import dungeon.schemas.json.JsonFaults;
import dungeon.schemas.json.JsonFaultsException;
import dungeon.schemas.json.JsonReader;
import dungeon.schemas.topics.GivenNames;
import dungeon.schemas.topics.LobbySubjects;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/**
 * Somebody's wish to be registered.
 *
 * @param playerName the wanted name
 * @param commandId UUID that only the caller knows; whoever sends it again gets the token that no answer brought before
 */
record Registration(String playerName, String commandId) {
    private static final String COMMAND_ID = "commandId";

    static Registration ofGuest(long nowMs) {
        return new Registration(PlayerNames.ofGuest(nowMs), UUID.randomUUID().toString());
    }

    /**
     * Reads the body of {@code POST /players}.
     *
     * @throws Problem MALFORMED
     */
    static Registration read(JsonNode body) {
        JsonFaults faults = new JsonFaults();
        String commandId = UUID.randomUUID().toString();
        JsonNode command = body;
        if (body instanceof ObjectNode object && object.has(COMMAND_ID)) {
            JsonNode given = object.get(COMMAND_ID);
            if (given.isTextual() && Ids.isCanonical(given.textValue())) {
                commandId = given.textValue();
            } else if (!given.isNull()) {
                faults.add("/" + COMMAND_ID, "must be a UUID in lower case");
            }
            command = object.deepCopy().without(COMMAND_ID);
        }
        String name = null;
        try {
            name = JsonReader.read(command, RegisterPlayer.class).getPlayerName();
            if (!LobbySubjects.isPlayerName(name)) {
                faults.add("/playerName", "must be 3 to 32 of the characters A-Z, a-z, 0-9, _ and -");
            } else if (LobbySubjects.isGuestName(name) && LobbySubjects.guestTimeMs(name) < 0) {
                // A name that was made up may be sent again, if its answer was lost; the lobby looks at its time.
                faults.add("/playerName", "must not begin with Guest-; such names are given by POST /auth/guest");
            } else if (GivenNames.areLike(name)) {
                faults.add("/playerName", "must not begin with Renamed-; such names are given by administrators");
            }
        } catch (JsonFaultsException e) {
            faults.addAll("", e);
        }
        if (!faults.isEmpty()) {
            throw Problems.malformed(faults);
        }
        return new Registration(name, commandId);
    }

    /**
     * The id of the command in the log. Many can read the log, and must not learn from it the id that a token is given
     * for; so that one is only its origin.
     */
    String loggedCommandId() {
        return Ids.nameBased("registration:" + commandId);
    }

    /** The problem as the caller has to know it: what to send again, if the name may be the caller's all the same. */
    Problem explained(Problem problem) {
        if (!problem.status().is5xxServerError()) {
            return problem.with(COMMAND_ID, commandId);
        }
        String reason = problem.status() == HttpStatus.GATEWAY_TIMEOUT
                ? "The registration was written, and its outcome is not known yet"
                : problem.getMessage();
        return problem.withDetail("%s; send POST /players with playerName %s and commandId %s again to get the token"
                        .formatted(reason, playerName, commandId))
                .with("playerName", playerName)
                .with(COMMAND_ID, commandId)
                .with("commandIds", List.of(commandId));
    }
}
