package dungeon.platform.core.state;

import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/** What a unit of work knows of one table: a cell for each record, and in a chain those that were changed, in their order. */
final class Slot<K, V extends SpecificRecord> {
    /** A map that has held more is thrown away, because clearing it takes as long as it is large: a new map has 40,000 tiles. */
    private static final int CELLS_KEPT_MAXIMUM = 64;

    final Table<K, V> table;
    Cell<K, V> firstChanged;
    private Cell<K, V> lastChanged;
    /** The cell of a table with one record for each aggregate. */
    private Cell<K, V> only;

    private Map<K, Cell<K, V>> cells;

    Slot(Table<K, V> table) {
        this.table = table;
        this.cells = table.isOne() ? null : new HashMap<>();
    }

    /** The cell of a record, which is loaded if it is not known yet. */
    Cell<K, V> cell(StateBackend backend, K key) {
        Cell<K, V> known = known(key);
        return known != null ? known : add(key, backend.load(table, key));
    }

    /** The cell of a record that was read or changed; null if it was not. */
    Cell<K, V> known(K key) {
        return cells == null ? only : cells.get(key);
    }

    void put(K key, V value) {
        Cell<K, V> known = known(key);
        Cell<K, V> cell = known != null ? known : add(key, value);
        cell.value = value;
        if (!cell.changed) {
            cell.changed = true;
            if (firstChanged == null) {
                firstChanged = cell;
            } else {
                lastChanged.nextChanged = cell;
            }
            lastChanged = cell;
        }
    }

    /** Writes what was changed; it stays known. */
    void store(StateBackend backend) {
        for (Cell<K, V> cell = firstChanged; cell != null; ) {
            backend.store(table, cell.key, cell.value);
            Cell<K, V> next = cell.nextChanged;
            cell.changed = false;
            cell.nextChanged = null;
            cell = next;
        }
        firstChanged = null;
        lastChanged = null;
    }

    void clear() {
        firstChanged = null;
        lastChanged = null;
        only = null;
        if (cells != null) {
            if (cells.size() > CELLS_KEPT_MAXIMUM) {
                cells = new HashMap<>();
            } else {
                cells.clear();
            }
        }
    }

    private Cell<K, V> add(K key, V value) {
        Cell<K, V> cell = new Cell<>(key, value);
        if (cells == null) {
            only = cell;
        } else {
            cells.put(key, cell);
        }
        return cell;
    }
}
