package dungeon.platform.core;

import org.apache.kafka.common.utils.Bytes;

/** Breaks a boundary on purpose, for ArchitectureTest: the core knows how it is run. */
public final class KnowsKafka {
    private KnowsKafka() {}

    static Object it() {
        return new Bytes(new byte[0]);
    }
}
