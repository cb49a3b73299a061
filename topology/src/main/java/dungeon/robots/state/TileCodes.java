package dungeon.robots.state;

import dungeon.schemas.Gravity;
import dungeon.schemas.Structure;
import java.util.List;

/** Gravity and structure as bytes, as MapInstantiated carries them: the position of the symbol in its Avro enum. */
public final class TileCodes {
    private static final List<Gravity> GRAVITIES = List.of(Gravity.values());
    private static final List<Structure> STRUCTURES = List.of(Structure.values());

    private TileCodes() {}

    public static byte of(Gravity gravity) {
        return (byte) GRAVITIES.indexOf(gravity);
    }

    public static byte of(Structure structure) {
        return (byte) STRUCTURES.indexOf(structure);
    }

    public static Gravity gravity(byte code) {
        return GRAVITIES.get(code);
    }

    public static Structure structure(byte code) {
        return STRUCTURES.get(code);
    }
}
