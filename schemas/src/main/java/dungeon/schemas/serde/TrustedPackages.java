package dungeon.schemas.serde;

import org.apache.avro.util.ClassSecurityValidator;

/** Avro loads only classes that were named as trusted; this names ours, beside those that were trusted before. */
final class TrustedPackages {
    private static final String OURS = "dungeon.schemas.";

    static {
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                ClassSecurityValidator.getGlobal(), type -> type.getName().startsWith(OURS)));
    }

    private TrustedPackages() {}

    /** Makes sure that the generated classes can be loaded; costs nothing after the first call. */
    static void trust() {
        // The work is done once, by the static initializer.
    }
}
