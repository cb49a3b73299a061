package dungeon.queries.responses;

import java.util.List;

/**
 * A page of a list that instances put together.
 *
 * @param <A> an entry
 */
public interface PageResponse<A> {
    /** The entries, in the order of their ids; each form of a page calls them by its own name. */
    List<A> entries();

    /** Where the next page begins; null on the last one. */
    String next();

    /** Instances that did not answer. */
    List<String> missing();
}
