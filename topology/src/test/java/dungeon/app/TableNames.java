package dungeon.app;

import dungeon.platform.core.state.Table;
import dungeon.platform.streams.ContextModule;
import dungeon.platform.streams.PlatformTables;

/** The tables of stores that several tables share, by the first byte of their keys. */
final class TableNames {
    private TableNames() {}

    /**
     * The name of a table.
     *
     * @param store whose name begins with that of the context
     * @param key of a record, or the beginning of one
     */
    static String in(String store, byte[] key) {
        return contextOf(store).context().tables().all().stream()
                .filter(table -> table.code() == key[0])
                .map(Table::name)
                .findFirst()
                .orElseGet(() -> PlatformTables.nameOf(key[0]));
    }

    /** The name of a table, with that of its context in front. */
    static String withContext(String store, byte[] key) {
        return contextOf(store).name() + "-" + in(store, key);
    }

    private static ContextModule<?, ?> contextOf(String store) {
        return Contexts.ALL.stream()
                .filter(module -> store.startsWith(module.name() + "-"))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No context has the store " + store));
    }
}
