package dungeon.verification.fuzz.bytes;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;

/** Values that fit a schema and make no other sense: extremes, hostile texts, and here and there what is right. */
public final class RandomRecord {
    private static final int ITEMS_MAXIMUM = 5;
    private static final int BYTES_MAXIMUM = 64;
    private static final int DEPTH_MAXIMUM = 6;

    private final Random random;
    private final List<String> rightTexts;

    /**
     * Makes values.
     *
     * @param rightTexts which texts take by turns with hostile ones, so that some cases come further than others
     */
    public RandomRecord(Random random, List<String> rightTexts) {
        this.random = random;
        this.rightTexts = rightTexts;
    }

    /** A record of a schema. */
    public GenericData.Record of(Schema schema) {
        return record(schema, 0);
    }

    private GenericData.Record record(Schema schema, int depth) {
        GenericData.Record made = new GenericData.Record(schema);
        schema.getFields().forEach(field -> made.put(field.name(), value(field.schema(), depth + 1)));
        return made;
    }

    private Object value(Schema schema, int depth) {
        return switch (schema.getType()) {
            case RECORD -> record(schema, depth);
            case UNION ->
                value(schema.getTypes().get(random.nextInt(schema.getTypes().size())), depth);
            case ARRAY -> items(schema, depth);
            case MAP -> entries(schema, depth);
            case ENUM ->
                new GenericData.EnumSymbol(
                        schema,
                        schema.getEnumSymbols()
                                .get(random.nextInt(schema.getEnumSymbols().size())));
            case STRING -> text();
            case BYTES -> ByteBuffer.wrap(bytes(random.nextInt(BYTES_MAXIMUM)));
            case FIXED -> new GenericData.Fixed(schema, bytes(schema.getFixedSize()));
            case INT -> (int) number();
            case LONG -> number();
            case FLOAT -> Float.intBitsToFloat(random.nextInt());
            case DOUBLE -> Double.longBitsToDouble(random.nextLong());
            case BOOLEAN -> random.nextBoolean();
            case NULL -> null;
        };
    }

    private List<Object> items(Schema schema, int depth) {
        List<Object> items = new ArrayList<>();
        for (int i = depth > DEPTH_MAXIMUM ? 0 : random.nextInt(ITEMS_MAXIMUM); i > 0; i--) {
            items.add(value(schema.getElementType(), depth + 1));
        }
        return items;
    }

    private Map<String, Object> entries(Schema schema, int depth) {
        Map<String, Object> entries = new HashMap<>();
        for (int i = depth > DEPTH_MAXIMUM ? 0 : random.nextInt(ITEMS_MAXIMUM); i > 0; i--) {
            entries.put(text(), value(schema.getValueType(), depth + 1));
        }
        return entries;
    }

    private String text() {
        return random.nextInt(3) > 0 ? rightTexts.get(random.nextInt(rightTexts.size())) : HostileText.of(random);
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private long number() {
        return switch (random.nextInt(5)) {
            case 0 -> random.nextLong();
            case 1 -> random.nextBoolean() ? Long.MAX_VALUE : Long.MIN_VALUE;
            case 2 -> random.nextBoolean() ? Integer.MAX_VALUE : Integer.MIN_VALUE;
            default -> random.nextInt(12) - 1L;
        };
    }
}
