package dungeon.platform.core.state;

import dungeon.platform.envelope.Cause;
import dungeon.platform.envelope.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ObjLongConsumer;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * The tables of a context, in the order in which a decision writes them. The platform adds its own: what was decided for other
 * contexts, and the progress, which is written last, so that whoever reads it first sees at least what it says.
 */
public final class Tables {
    /** As many as there are bits in the masks of {@link UnitOfWork}. */
    private static final int TABLES_MAXIMUM = Long.SIZE;

    /** The highest code of a context's own table; above are the platform's. */
    private static final int CODE_MAXIMUM = 99;

    private static final byte CAUSES_CODE = 100;
    private static final byte PROGRESS_CODE = 101;

    private final String context;
    private final List<Table<?, ?>> tables = new ArrayList<>();
    private Table<String, Cause> causes;
    private Table<Void, Progress> progress;

    private Tables(String context) {
        this.context = context;
    }

    /** No tables yet; each is declared once, and the last call is {@link #complete()}. */
    public static Tables of(String context) {
        return new Tables(context);
    }

    /**
     * Begins to declare what an aggregate has one of.
     *
     * @param code the byte with which keys begin, 1 to 99; another one for each table of the context, and never changed
     */
    public <V extends SpecificRecord> Spec<Void, V> one(int code, String name, Class<V> type) {
        return new Spec<>(this, ownCode(code, name), name, type, KeyCodec.NONE, value -> null, true);
    }

    /**
     * Begins to declare what an aggregate has several of.
     *
     * @param code as in {@link #one}
     */
    public <K, V extends SpecificRecord> Spec<K, V> many(
            int code, String name, Class<V> type, KeyCodec<K> keys, Function<V, K> keyOf) {
        return new Spec<>(this, ownCode(code, name), name, type, keys, keyOf, false);
    }

    /** Adds the platform's tables; none can be declared afterwards. */
    public Tables complete() {
        causes = new Spec<>(this, CAUSES_CODE, "causes", Cause.class, KeyCodec.TEXTS, Tables::sourceOf, false)
                .secret()
                .declare();
        progress = new Spec<Void, Progress>(
                        this, PROGRESS_CODE, "progress", Progress.class, KeyCodec.NONE, value -> null, true)
                .sequenced(Progress::getSequence, Progress::setSequence)
                .copiedBy(before -> new Progress(before.getSequence(), before.getTimeMs(), before.getClosed()))
                .cached()
                .resident()
                .declare();
        return this;
    }

    /** The name of the context. */
    public String context() {
        return context;
    }

    /** All of them, by index. */
    public List<Table<?, ?>> all() {
        if (progress == null) {
            throw new IllegalStateException("The tables of %s are not complete yet".formatted(context));
        }
        return List.copyOf(tables);
    }

    /** The last decided cause of each aggregate of another context, by that. */
    public Table<String, Cause> causes() {
        return causes;
    }

    /** How far an aggregate is. */
    public Table<Void, Progress> progress() {
        return progress;
    }

    /** The aggregate of another context that a cause belongs to. A context's name has no slash. */
    public static String sourceOf(Cause cause) {
        return cause.getContext() + "/" + cause.getAggregateId();
    }

    private static byte ownCode(int code, String name) {
        if (code < 1 || code > CODE_MAXIMUM) {
            throw new IllegalArgumentException(
                    "The code of %s is %d, and must be 1 to %d".formatted(name, code, CODE_MAXIMUM));
        }
        return (byte) code;
    }

    private <K, V extends SpecificRecord> Table<K, V> add(Spec<K, V> spec) {
        if (progress != null) {
            throw new IllegalStateException(
                    "The table %s is declared after the tables of %s are complete".formatted(spec.name, context));
        }
        if (tables.size() == TABLES_MAXIMUM) {
            throw new IllegalStateException("%s has more than %d tables".formatted(context, TABLES_MAXIMUM));
        }
        if (tables.stream().anyMatch(table -> table.name().equals(spec.name) || table.code() == spec.code)) {
            throw new IllegalStateException(
                    "%s has two tables called %s, or with the code %d".formatted(context, spec.name, spec.code));
        }
        Table<K, V> table = new Table<>(tables.size(), spec);
        tables.add(table);
        return table;
    }

    /** A table that is being declared. */
    public static final class Spec<K, V extends SpecificRecord> {
        final byte code;
        final String name;
        final Class<V> type;
        final KeyCodec<K> keys;
        final Function<V, K> keyOf;
        final boolean one;
        UnaryOperator<V> copy;
        ToLongFunction<V> sequence = value -> 0;
        ObjLongConsumer<V> setSequence = (value, last) -> {};
        boolean resident;
        boolean cached;
        boolean writeSideOnly;
        boolean secret;
        boolean ofPartition;
        private final Tables tables;

        private Spec(
                Tables tables,
                byte code,
                String name,
                Class<V> type,
                KeyCodec<K> keys,
                Function<V, K> keyOf,
                boolean one) {
            this.tables = tables;
            this.code = code;
            this.name = name;
            this.type = type;
            this.keys = keys;
            this.keyOf = keyOf;
            this.one = one;
            this.copy = value -> copyAlongSchema(value, type);
        }

        /** How a record is copied; without it field by field along its schema, which takes several times as long. */
        public Spec<K, V> copiedBy(UnaryOperator<V> copier) {
            copy = copier;
            return this;
        }

        /** Where a record says what was folded into it last; without it a repeated fold changes a record again. */
        public Spec<K, V> sequenced(ToLongFunction<V> getter, ObjLongConsumer<V> setter) {
            sequence = getter;
            setSequence = setter;
            return this;
        }

        /** See {@link Table#isResident()}. */
        public Spec<K, V> resident() {
            if (!one) {
                throw new IllegalStateException(
                        "Only what there is one of stays at hand, and %s are many".formatted(name));
            }
            resident = true;
            return this;
        }

        /** See {@link Table#isCached()}. */
        public Spec<K, V> cached() {
            cached = true;
            return this;
        }

        /** See {@link Table#isWriteSideOnly()}. */
        public Spec<K, V> writeSideOnly() {
            writeSideOnly = true;
            return this;
        }

        /** See {@link Table#isSecret()}; what is secret is for the write side only. */
        public Spec<K, V> secret() {
            secret = true;
            return writeSideOnly();
        }

        /** See {@link Table#isOfPartition()}; it is for the write side only. */
        public Spec<K, V> ofPartition() {
            if (!one) {
                throw new IllegalStateException("A partition has one such record, and %s are many".formatted(name));
            }
            ofPartition = true;
            return writeSideOnly();
        }

        public Table<K, V> declare() {
            if (ofPartition && resident) {
                throw new IllegalStateException(
                        "What stays at hand is kept by aggregate, and %s is not of one".formatted(name));
            }
            return tables.add(this);
        }

        private static <V extends SpecificRecord> V copyAlongSchema(V from, Class<V> type) {
            V copy = type.cast(SpecificData.newInstance(type, from.getSchema()));
            int fields = from.getSchema().getFields().size();
            for (int i = 0; i < fields; i++) {
                copy.put(i, from.get(i));
            }
            return copy;
        }
    }
}
