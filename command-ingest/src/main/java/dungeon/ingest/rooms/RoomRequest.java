package dungeon.ingest.rooms;

import com.fasterxml.jackson.databind.JsonNode;
import dungeon.ingest.http.Fields;
import dungeon.schemas.Mark;
import dungeon.schemas.Opponent;
import dungeon.schemas.RoomPlan;
import dungeon.schemas.topics.FieldBounds;
import dungeon.schemas.topics.RoomPlanForm;
import java.util.Arrays;
import java.util.Optional;

/** Reads the body of {@code POST /rooms}, in which everything has a default: an open room, against a person, with X. */
final class RoomRequest {
    /** A person finds a cell in half a minute. */
    private static final long MOVE_MS = 30_000;

    /** Two minutes each: five moves that are thought about. */
    private static final long ROUND_MS = 120_000;

    private RoomRequest() {}

    static RoomPlan read(JsonNode body) {
        Fields fields = new Fields(body);
        Opponent opponent = oneOf(fields, "opponent", Opponent.class, Opponent.PERSON);
        Mark mark = oneOf(fields, "mark", Mark.class, Mark.X);
        Optional<String> invitation = fields.text("invitation");
        if (invitation.isPresent()
                && (invitation.get().length() < RoomPlanForm.INVITATION_LENGTH_MINIMUM
                        || invitation.get().length() > RoomPlanForm.INVITATION_LENGTH_MAXIMUM)) {
            fields.fault(
                    "/invitation",
                    "must have %d to %d characters"
                            .formatted(RoomPlanForm.INVITATION_LENGTH_MINIMUM, RoomPlanForm.INVITATION_LENGTH_MAXIMUM));
        }
        long moveMs = fields.number("moveMs", FieldBounds.MOVE_MS.minimum(), FieldBounds.MOVE_MS.maximum(), MOVE_MS);
        long roundMs =
                fields.number("roundMs", FieldBounds.ROUND_MS.minimum(), FieldBounds.ROUND_MS.maximum(), ROUND_MS);
        fields.requireFaultless();
        return new RoomPlan(opponent, invitation.map(RoomPlanForm::hashOf).orElse(null), mark, moveMs, roundMs);
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
}
