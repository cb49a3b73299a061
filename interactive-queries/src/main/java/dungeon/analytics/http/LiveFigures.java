package dungeon.analytics.http;

import dungeon.analytics.AnalyticsTopology;
import dungeon.analytics.responses.Activity;
import dungeon.analytics.responses.Kills;
import dungeon.analytics.responses.Leaderboard;
import dungeon.analytics.responses.Sales;
import dungeon.schemas.analytics.PlayerActivity;
import dungeon.schemas.analytics.PlayerDay;
import dungeon.schemas.analytics.PlayerKills;
import dungeon.schemas.analytics.ResourceSales;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.kstream.Window;
import org.apache.kafka.streams.kstream.Windowed;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.QueryableStoreType;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlySessionStore;
import org.apache.kafka.streams.state.ReadOnlyWindowStore;

/** The figures in the stores of this instance, of windows that are open and of those that were closed lately. */
final class LiveFigures {
    private final Stores stores;

    LiveFigures(Stores stores) {
        this.stores = stores;
    }

    /** Where the stores are: Kafka Streams, or a test driver. */
    interface Stores {
        /**
         * A store.
         *
         * @throws org.apache.kafka.streams.errors.InvalidStateStoreException if it cannot be read now
         */
        <T> T store(String name, QueryableStoreType<T> type);
    }

    /** Of minutes that begin from one moment to another. */
    List<Sales.OfMinute> sales(Instant from, Instant to) {
        return all(
                AnalyticsTopology.SALES,
                from,
                to,
                (Window window, ResourceSales sold) -> new Sales.OfMinute(
                        sold.getResource().name(),
                        window.startTime(),
                        window.endTime(),
                        sold.getSales(),
                        sold.getUnits(),
                        sold.getRevenue(),
                        sold.getMinPrice(),
                        sold.getMaxPrice()));
    }

    /** Of windows that begin from one moment to another. */
    List<Kills.KillsOfPlayer> kills(Instant from, Instant to) {
        return all(
                AnalyticsTopology.KILLS,
                from,
                to,
                (Window window, PlayerKills kills) -> new Kills.KillsOfPlayer(
                        kills.getPlayerId(), window.startTime(), window.endTime(), kills.getKills()));
    }

    /** Of the day that begins at a moment. */
    List<Leaderboard.DayOfPlayer> day(Instant day) {
        return all(
                AnalyticsTopology.DAYS,
                day,
                day,
                (Window window, PlayerDay player) -> new Leaderboard.DayOfPlayer(
                        player.getPlayerId(),
                        player.getPlayerName(),
                        player.getGames(),
                        player.getWins(),
                        player.getPoints()));
    }

    /** Of a player, if this instance has any. */
    List<Activity.Session> activity(String playerId) {
        ReadOnlySessionStore<String, PlayerActivity> store =
                stores.store(AnalyticsTopology.ACTIVITY, QueryableStoreTypes.sessionStore());
        List<Activity.Session> sessions = new ArrayList<>();
        try (KeyValueIterator<Windowed<String>, PlayerActivity> found = store.fetch(playerId)) {
            found.forEachRemaining(session -> sessions.add(new Activity.Session(
                    session.key.window().startTime(),
                    session.key.window().endTime(),
                    session.value.getEvents(),
                    session.value.getInVain())));
        }
        return sessions;
    }

    private <V, R> List<R> all(String name, Instant from, Instant to, BiFunction<Window, V, R> row) {
        ReadOnlyWindowStore<String, V> store = stores.store(name, QueryableStoreTypes.windowStore());
        List<R> rows = new ArrayList<>();
        try (KeyValueIterator<Windowed<String>, V> found = store.fetchAll(from, to)) {
            while (found.hasNext()) {
                KeyValue<Windowed<String>, V> next = found.next();
                rows.add(row.apply(next.key.window(), next.value));
            }
        }
        return rows;
    }
}
