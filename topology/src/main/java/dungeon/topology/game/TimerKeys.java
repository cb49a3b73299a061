package dungeon.topology.game;

import dungeon.rules.DueTimer;
import dungeon.schemas.state.Timer;
import dungeon.topology.StoreKeys;
import java.nio.ByteBuffer;
import org.apache.kafka.common.utils.Bytes;

/** Keys of timers: gameId, due time, the event that set it, and its kind and robot, because one event can set several. */
final class TimerKeys {
    private static final int UUID_BYTES = 16;
    private static final int DUE_AT = UUID_BYTES;
    private static final int SET_BY_AT = DUE_AT + Long.BYTES;
    private static final int KIND_AT = SET_BY_AT + Long.BYTES;
    private static final int ROBOT_AT = KIND_AT + 1;

    private TimerKeys() {}

    static Bytes keyOf(String gameId, DueTimer timer) {
        String robotId = timer.timer().getRobotId();
        ByteBuffer key = StoreKeys.withUuid(robotId == null ? ROBOT_AT : ROBOT_AT + UUID_BYTES, gameId)
                .putLong(timer.dueMs())
                .putLong(timer.setBy())
                .put(codeOf(timer.timer()));
        return Bytes.wrap((robotId == null ? key : StoreKeys.putUuid(key, robotId)).array());
    }

    static DueTimer timerOf(Bytes key, Timer timer) {
        ByteBuffer buffer = ByteBuffer.wrap(key.get());
        return new DueTimer(buffer.getLong(DUE_AT), buffer.getLong(SET_BY_AT), timer);
    }

    private static byte codeOf(Timer timer) {
        return switch (timer.getKind()) {
            case GAME_EXPIRY -> 1;
            case GAME_END -> 2;
            case ROBOT_QUEUE -> 3;
            case UNKNOWN -> throw new IllegalArgumentException("A timer needs a kind: " + timer);
        };
    }
}
