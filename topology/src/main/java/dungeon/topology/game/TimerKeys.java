package dungeon.topology.game;

import dungeon.rules.DueTimer;
import dungeon.schemas.state.Timer;
import dungeon.topology.StoreKeys;
import java.nio.ByteBuffer;
import org.apache.kafka.common.utils.Bytes;

/** Keys of timers: gameId, due time, the event that set it, and what it is for, because one event can set several. */
final class TimerKeys {
    private static final int UUID_BYTES = 16;
    private static final int DUE_AT = UUID_BYTES;
    private static final int SET_BY_AT = DUE_AT + Long.BYTES;
    private static final int KIND_AT = SET_BY_AT + Long.BYTES;
    private static final int SUBJECT_AT = KIND_AT + 1;

    private TimerKeys() {}

    static Bytes keyOf(String gameId, DueTimer timer) {
        String robotId = timer.timer().getRobotId();
        Integer discovery = timer.timer().getDiscovery();
        int subjectBytes = robotId != null ? UUID_BYTES : discovery != null ? Integer.BYTES : 0;
        ByteBuffer key = StoreKeys.withUuid(SUBJECT_AT + subjectBytes, gameId)
                .putLong(timer.dueMs())
                .putLong(timer.setBy())
                .put(codeOf(timer.timer()));
        return Bytes.wrap(withSubject(key, robotId, discovery).array());
    }

    private static ByteBuffer withSubject(ByteBuffer key, String robotId, Integer discovery) {
        if (robotId != null) {
            return StoreKeys.putUuid(key, robotId);
        }
        return discovery != null ? key.putInt(discovery) : key;
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
            case MINING_PROCESS -> 4;
            case DISCOVERY -> 5;
            case GAME_PURGE -> 6;
            case PURGE_STEP -> 7;
            case UNKNOWN -> throw new IllegalArgumentException("A timer needs a kind: " + timer);
        };
    }
}
