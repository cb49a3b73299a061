package dungeon.ingest.rooms;

import com.fasterxml.jackson.databind.JsonNode;
import dungeon.ingest.http.Fields;
import dungeon.schemas.Mark;
import dungeon.schemas.Opponent;
import dungeon.schemas.RoomPlan;
import dungeon.schemas.topics.FieldBounds;
import dungeon.schemas.topics.RoomPlanForm;
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
        Opponent opponent = fields.oneOf("opponent", Opponent.class, Opponent.PERSON);
        Mark mark = fields.oneOf("mark", Mark.class, Mark.X);
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
}
