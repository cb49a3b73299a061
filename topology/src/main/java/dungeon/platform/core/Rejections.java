package dungeon.platform.core;

import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** Makes a context's own record of a rejection from a code of the platform. */
public interface Rejections {
    SpecificRecord of(PlatformCode code, String message, List<Fault> faults);
}
