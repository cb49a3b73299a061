package dungeon.queries.openapi;

import com.fasterxml.jackson.databind.JavaType;
import dungeon.schemas.openapi.WireSchemas;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.converter.ResolvedSchema;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/** JSON schemas of the answers, from their classes; where these contain records of the wire, from the Avro schemas; events in the flat form. */
final class ResponseSchemas {
    /** What envelopes have. */
    private static final String PAYLOAD = "payload";

    private final WireSchemas wire;
    private final ModelConverters converters = new ModelConverters(true);
    private final Map<String, Schema<?>> components = new TreeMap<>();

    ResponseSchemas(WireSchemas wire) {
        this.wire = wire;
        converters.addConverter(new WireRecords());
    }

    /** All answers that were asked for, with what they contain, by name. */
    Map<String, Schema<?>> components() {
        return Collections.unmodifiableMap(components);
    }

    /** A reference to an answer. */
    Schema<?> answer(Class<?> type) {
        ResolvedSchema resolved = converters.resolveAsResolvedSchema(new AnnotatedType(type).resolveAsRef(true));
        resolved.referencedSchemas.forEach(components::put);
        return resolved.schema;
    }

    private final class WireRecords implements ModelConverter {
        @Override
        public Schema<?> resolve(AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
            JavaType javaType = Json31.mapper().constructType(type.getType());
            if (SpecificRecord.class.isAssignableFrom(javaType.getRawClass())) {
                org.apache.avro.Schema record = SpecificData.get().getSchema(javaType.getRawClass());
                return record.getField(PAYLOAD) == null ? wire.record(record) : wire.flat(record);
            }
            return chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
        }
    }
}
