package dungeon.robots.evolve;

import static dungeon.robots.state.RobotsTables.COUNTERS;
import static dungeon.robots.state.RobotsTables.DEPOSITS;
import static dungeon.robots.state.RobotsTables.GAMES;
import static dungeon.robots.state.RobotsTables.TILES;

import dungeon.platform.core.state.StateChanges;
import dungeon.platform.envelope.EventMetadata;
import dungeon.robots.state.At;
import dungeon.robots.state.TileCodes;
import dungeon.schemas.Content;
import dungeon.schemas.ContentKind;
import dungeon.schemas.MapInstantiated;
import dungeon.schemas.Tile;
import dungeon.schemas.state.Deposit;
import dungeon.schemas.state.Deposits;
import dungeon.schemas.state.MapTile;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** How a game gets its map. */
final class MapEvolution {
    private MapEvolution() {}

    static void instantiated(StateChanges state, EventMetadata event, MapInstantiated map) {
        ContentKind[] contents = new ContentKind[map.getWidth() * map.getHeight()];
        List<Tile> stations = new ArrayList<>();
        for (Content content : map.getContents()) {
            Tile at = content.getTile();
            contents[at.getY() * map.getWidth() + at.getX()] = content.getKind();
            if (content.getKind() == ContentKind.SPACE_STATION) {
                stations.add(at);
            } else if (content.getKind() == ContentKind.MINE) {
                ResourceEvolution.placeMine(state, event, at, content.getResource(), content.getUnits());
            }
        }
        placeTiles(state, event, map, contents);
        stations.sort(Comparator.comparingInt(Tile::getY).thenComparingInt(Tile::getX));
        state.change(GAMES, null, game -> game.setStations(stations));
        state.change(COUNTERS, null, counters -> counters.setDraws(map.getNextDraw()));
        if (!map.getDepositUnits().isEmpty() && state.get(DEPOSITS) == null) {
            List<Deposit> deposits = new ArrayList<>();
            map.getDepositUnits().forEach(units -> deposits.add(new Deposit(units, units, 0, null)));
            state.put(DEPOSITS, new Deposits(event.sequence(), deposits));
        }
    }

    private static void placeTiles(
            StateChanges state, EventMetadata event, MapInstantiated map, ContentKind[] contents) {
        ByteBuffer gravity = map.getGravity().slice();
        ByteBuffer structure = map.getStructure().slice();
        for (int y = 0; y < map.getHeight(); y++) {
            for (int x = 0; x < map.getWidth(); x++) {
                if (state.get(TILES, new At(x, y)) == null) {
                    int index = y * map.getWidth() + x;
                    state.put(
                            TILES,
                            new MapTile(
                                    event.sequence(),
                                    x,
                                    y,
                                    TileCodes.gravity(gravity.get(index)),
                                    TileCodes.structure(structure.get(index)),
                                    contents[index],
                                    ByteBuffer.allocate(0)));
                }
            }
        }
    }
}
