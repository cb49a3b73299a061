package dungeon.platform.envelope;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * What is done with each branch of a union: a map from the branch's class to its handler, which cannot be built unless it has
 * exactly the branches of the schema.
 *
 * @param <A> what a handler is given first
 * @param <B> what it is given next
 */
public final class Handlers<A, B> {
    /** What is done with one branch. */
    public interface Handler<A, B, P> {
        void handle(A first, B second, P payload);
    }

    private final String union;
    private final Map<Class<?>, Handler<A, B, SpecificRecord>> byClass;

    private Handlers(String union, Map<Class<?>, Handler<A, B, SpecificRecord>> byClass) {
        this.union = union;
        this.byClass = byClass;
    }

    /**
     * Begins with no branch handled.
     *
     * @param record the schema of an envelope
     * @param field its field with the union
     */
    public static <A, B> Builder<A, B> of(Schema record, String field) {
        return new Builder<>(record, field);
    }

    /**
     * Hands a payload to its handler.
     *
     * @throws IllegalStateException if its class is no branch of the union
     */
    public void handle(A first, B second, SpecificRecord payload) {
        Handler<A, B, SpecificRecord> handler = byClass.get(payload.getClass());
        if (handler == null) {
            throw new IllegalStateException("%s is no branch of %s that this build knows"
                    .formatted(payload.getClass().getName(), union));
        }
        handler.handle(first, second, payload);
    }

    /** Collects a handler for each branch. */
    public static final class Builder<A, B> {
        private final String union;
        private final Set<String> branches;
        private final Map<Class<?>, Handler<A, B, SpecificRecord>> byClass = new HashMap<>();
        private final List<String> faults = new ArrayList<>();

        private Builder(Schema record, String field) {
            union = record.getFullName() + "." + field;
            branches = record.getField(field).schema().getTypes().stream()
                    .map(Schema::getFullName)
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        /** Says what is done with a branch. */
        public <P extends SpecificRecord> Builder<A, B> on(Class<P> type, Handler<A, B, ? super P> handler) {
            String name = SpecificData.get().getSchema(type).getFullName();
            if (!branches.contains(name)) {
                faults.add(name + " is none of its branches");
            }
            Handler<A, B, SpecificRecord> cast =
                    (first, second, payload) -> handler.handle(first, second, type.cast(payload));
            if (byClass.put(type, cast) != null) {
                faults.add(name + " is handled twice");
            }
            return this;
        }

        /** Says that nothing is done with a branch. */
        public Builder<A, B> ignore(Class<? extends SpecificRecord> type) {
            return on(type, (first, second, payload) -> {});
        }

        /**
         * The handlers.
         *
         * @throws IllegalStateException with all that is missing, foreign or twice
         */
        public Handlers<A, B> build() {
            Set<String> missing = new TreeSet<>(branches);
            byClass.keySet()
                    .forEach(type ->
                            missing.remove(SpecificData.get().getSchema(type).getFullName()));
            missing.forEach(name -> faults.add(name + " is not handled"));
            if (!faults.isEmpty()) {
                throw new IllegalStateException("The handlers of %s: %s".formatted(union, String.join("; ", faults)));
            }
            return new Handlers<>(union, Map.copyOf(byClass));
        }
    }
}
