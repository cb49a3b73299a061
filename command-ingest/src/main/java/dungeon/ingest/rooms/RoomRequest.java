package dungeon.ingest.rooms;

import com.fasterxml.jackson.databind.JsonNode;
import dungeon.ingest.http.Fields;
import dungeon.schemas.Mark;
import dungeon.schemas.Opponent;
import dungeon.schemas.RoomPlan;
import dungeon.schemas.topics.RoomPlanForm;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;

/** Reads the body of {@code POST /rooms}, in which everything has a default: an open room, against a person, with X. */
final class RoomRequest {
    /** A person finds a cell in half a minute. */
    private static final long MOVE_MS = 30_000;

    /** Two minutes each: five moves that are thought about. */
    private static final long ROUND_MS = 120_000;

    /** Events tell the hash to everybody, and what is short is soon guessed. */
    private static final int INVITATION_LENGTH_MINIMUM = 20;

    /** The same as in the rules, so that whoever has opened a room can get somebody in. */
    private static final int INVITATION_LENGTH_MAXIMUM = 200;

    private RoomRequest() {}

    static RoomPlan read(JsonNode body) {
        Fields fields = new Fields(body);
        Opponent opponent = oneOf(fields, "opponent", Opponent.class, Opponent.PERSON);
        Mark mark = oneOf(fields, "mark", Mark.class, Mark.X);
        Optional<String> invitation = fields.text("invitation");
        if (invitation.isPresent()
                && (invitation.get().length() < INVITATION_LENGTH_MINIMUM
                        || invitation.get().length() > INVITATION_LENGTH_MAXIMUM)) {
            fields.fault(
                    "/invitation",
                    "must have %d to %d characters".formatted(INVITATION_LENGTH_MINIMUM, INVITATION_LENGTH_MAXIMUM));
        }
        long moveMs = fields.number("moveMs", RoomPlanForm.MOVE_MS.minimum(), RoomPlanForm.MOVE_MS.maximum(), MOVE_MS);
        long roundMs =
                fields.number("roundMs", RoomPlanForm.ROUND_MS.minimum(), RoomPlanForm.ROUND_MS.maximum(), ROUND_MS);
        fields.requireFaultless();
        return new RoomPlan(opponent, invitation.map(RoomRequest::hashOf).orElse(null), mark, moveMs, roundMs);
    }

    private static <E extends Enum<E>> E oneOf(Fields fields, String name, Class<E> type, E otherwise) {
        Optional<String> text = fields.text(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        // The first is UNKNOWN, which is what readers make of values that they do not know.
        E[] known = Arrays.copyOfRange(type.getEnumConstants(), 1, type.getEnumConstants().length);
        for (E each : known) {
            if (each.name().equals(text.get())) {
                return each;
            }
        }
        fields.fault("/" + name, "must be one of " + Arrays.toString(known));
        return otherwise;
    }

    private static ByteBuffer hashOf(String invitation) {
        try {
            return ByteBuffer.wrap(
                    MessageDigest.getInstance("SHA-256").digest(invitation.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
