package dungeon.robots.state;

import dungeon.platform.core.state.KeyCodec;
import java.nio.ByteBuffer;

/** A place on a map, as the key of a tile or a mine. */
public record At(int x, int y) {
    /** Row by row: four bytes, y first. */
    static final KeyCodec<At> KEYS = new KeyCodec<>() {
        @Override
        public int bytes(At key) {
            return 2 * Short.BYTES;
        }

        @Override
        public void write(At key, ByteBuffer to) {
            to.putShort((short) key.y()).putShort((short) key.x());
        }
    };
}
