package dungeon.schemas.serde;

import org.apache.avro.Conversion;
import org.apache.avro.util.ClassSecurityValidator;

/**
 * Avro loads only classes that were named as trusted; this names ours, beside those that were trusted before. It converts
 * nothing: Avro looks for conversions (by {@code META-INF/services}) as soon as anybody touches a generated class, and so
 * loads this one in time, for those too who use the records alone.
 */
public final class TrustedPackages extends Conversion<TrustedPackages> {
    private static final String OURS = "dungeon.";

    static {
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                ClassSecurityValidator.getGlobal(), type -> type.getName().startsWith(OURS)));
    }

    @Override
    public Class<TrustedPackages> getConvertedType() {
        return TrustedPackages.class;
    }

    @Override
    public String getLogicalTypeName() {
        return "none-but-trust";
    }
}
