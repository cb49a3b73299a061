package dungeon.queries;

import dungeon.schemas.Event;
import dungeon.schemas.serde.StateSerde;
import dungeon.schemas.tictactoe.TicTacToeEvent;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;

/** Events as bytes without a registry, in Avro's own framing. */
public final class TestBytes {
    private static final StateSerde<Event> GAMES = new StateSerde<>(Event.class);
    private static final StateSerde<TicTacToeEvent> ROOMS = new StateSerde<>(TicTacToeEvent.class);

    private TestBytes() {}

    public static byte[] of(SpecificRecord event) {
        return event instanceof Event ofAGame
                ? GAMES.serializer().serialize("", ofAGame)
                : ROOMS.serializer().serialize("", (TicTacToeEvent) event);
    }

    public static Deserializer<Event> deserializer() {
        return GAMES.deserializer();
    }

    public static Deserializer<TicTacToeEvent> roomDeserializer() {
        return ROOMS.deserializer();
    }
}
