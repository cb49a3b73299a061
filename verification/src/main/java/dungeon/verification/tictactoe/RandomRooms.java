package dungeon.verification.tictactoe;

import dungeon.schemas.tictactoe.CommandRejected;
import dungeon.schemas.tictactoe.RoomClosed;
import dungeon.schemas.tictactoe.RoomClosingReason;
import dungeon.schemas.tictactoe.RoomRejectionCode;
import dungeon.schemas.tictactoe.RoundEndReason;
import dungeon.schemas.tictactoe.RoundEnded;
import dungeon.schemas.tictactoe.RoundResult;
import dungeon.schemas.tictactoe.TicTacToeEvent;
import dungeon.verification.simulation.Occurrences;
import dungeon.verification.simulation.SeededGames;
import java.util.EnumSet;
import java.util.Optional;
import java.util.SplittableRandom;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/** Rooms of random commands, each held against the model and played again. */
public final class RandomRooms implements SeededGames {
    /** What is wrong in its form is for the tests of the rules. */
    private static final EnumSet<RoomRejectionCode> UNREACHED =
            EnumSet.of(RoomRejectionCode.UNKNOWN, RoomRejectionCode.MALFORMED);

    private final Occurrences occurrences = new Occurrences();

    public RandomRooms() {
        for (Schema type :
                TicTacToeEvent.getClassSchema().getField("payload").schema().getTypes()) {
            occurrences.expect(eventOf(type));
        }
        EnumSet.complementOf(UNREACHED).forEach(code -> occurrences.expect(nameOf(code)));
        EnumSet.complementOf(EnumSet.of(RoundEndReason.UNKNOWN)).forEach(reason -> occurrences.expect(nameOf(reason)));
        EnumSet.complementOf(EnumSet.of(RoundResult.UNKNOWN)).forEach(result -> occurrences.expect(nameOf(result)));
        EnumSet.complementOf(EnumSet.of(RoomClosingReason.UNKNOWN))
                .forEach(reason -> occurrences.expect(nameOf(reason)));
    }

    @Override
    public Checked play(long seed) {
        // Not the seed itself: those of neighbours begin with much the same numbers.
        PlayedRoom room = RandomRoom.play(new SplittableRandom(seed).nextLong());
        room.events().forEach(event -> count((SpecificRecord) event.getPayload()));
        Optional<String> finding = RoomAudit.of(room);
        return new Checked(room.sent().size(), room.events().size(), finding.isEmpty() ? RoomReplay.of(room) : finding);
    }

    @Override
    public Occurrences occurrences() {
        return occurrences;
    }

    private void count(SpecificRecord payload) {
        occurrences.add(eventOf(payload.getSchema()), 1);
        if (payload instanceof CommandRejected rejected) {
            occurrences.add(nameOf(rejected.getCode()), 1);
        } else if (payload instanceof RoundEnded ended) {
            occurrences.add(nameOf(ended.getReason()), 1);
            occurrences.add(nameOf(ended.getResult()), 1);
        } else if (payload instanceof RoomClosed closed) {
            occurrences.add(nameOf(closed.getReason()), 1);
        }
    }

    private static String eventOf(Schema type) {
        return "event: " + type.getName();
    }

    private static String nameOf(RoomRejectionCode code) {
        return "refused: " + code;
    }

    private static String nameOf(RoundEndReason reason) {
        return "ended: " + reason;
    }

    private static String nameOf(RoundResult result) {
        return "result: " + result;
    }

    private static String nameOf(RoomClosingReason reason) {
        return "closed: " + reason;
    }
}
