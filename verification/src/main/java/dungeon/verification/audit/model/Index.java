package dungeon.verification.audit.model;

import dungeon.schemas.Resource;
import dungeon.verification.audit.finding.Check;
import java.util.EnumSet;
import java.util.Set;

/** The places of enum constants in arrays: the schema gives arrays by resource and by gravity in the enums' order. */
public final class Index {
    /** From common to rare, without UNKNOWN. */
    public static final Set<Resource> RESOURCES = EnumSet.complementOf(EnumSet.of(Resource.UNKNOWN));

    private Index() {}

    /** The place, from 0 for the first constant after UNKNOWN. */
    @SuppressWarnings("EnumOrdinal") // The order of these enums is part of the contract.
    public static int of(Enum<?> constant) {
        Check.holds("a value", constant.ordinal() > 0, "a known one", constant);
        return constant.ordinal() - 1;
    }
}
