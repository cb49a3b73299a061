package dungeon.queries.views;

import dungeon.schemas.state.Account;
import dungeon.schemas.state.Game;
import dungeon.schemas.state.MapTile;
import dungeon.schemas.state.Mine;
import dungeon.schemas.state.Progress;
import dungeon.schemas.state.Robot;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;

/** The stores of one partition, for the processor that writes them. */
record ViewStores(
        KeyValueStore<Bytes, Game> games,
        KeyValueStore<Bytes, Progress> progress,
        KeyValueStore<Bytes, MapTile> tiles,
        KeyValueStore<Bytes, Mine> mines,
        KeyValueStore<Bytes, Robot> robots,
        KeyValueStore<Bytes, Account> accounts) {

    static ViewStores of(ProcessorContext<?, ?> context) {
        return new ViewStores(
                context.getStateStore(ViewsTopology.GAMES_STORE),
                context.getStateStore(ViewsTopology.PROGRESS_STORE),
                context.getStateStore(ViewsTopology.TILES_STORE),
                context.getStateStore(ViewsTopology.MINES_STORE),
                context.getStateStore(ViewsTopology.ROBOTS_STORE),
                context.getStateStore(ViewsTopology.ACCOUNTS_STORE));
    }
}
