package dungeon.players.arena;

import dungeon.players.game.Strategy;
import dungeon.players.strategies.HouseStrategy;
import dungeon.schemas.Area;
import dungeon.schemas.ContentKind;
import dungeon.schemas.ContentLayer;
import dungeon.schemas.Event;
import dungeon.schemas.Gravity;
import dungeon.schemas.MapType;
import dungeon.schemas.Resource;
import dungeon.schemas.Rules;
import dungeon.schemas.Structure;
import dungeon.schemas.StructureLayer;
import dungeon.schemas.Tile;
import dungeon.schemas.UnitRange;
import dungeon.schemas.json.JsonFaultsException;
import dungeon.schemas.json.JsonReader;
import dungeon.schemas.maps.ShippedMaps;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Maps made by hand, and games on them. */
public final class SmallMaps {
    private static final int MINE_UNITS = 500;

    private SmallMaps() {}

    /**
     * A map from a drawing, top row first: S a station, B, C and D mines of 500 units of bio matter, cryo gas and dark
     * matter, O a black hole that destroys for sure, # a void, and a dot an empty star system; all of light gravity.
     */
    public static MapType drawn(String... rows) {
        MapType.Builder map = MapType.newBuilder()
                .setName("drawn")
                .setWidth(rows[0].length())
                .setHeight(rows.length)
                .setDefaultGravity(Gravity.LIGHT)
                .setBlackHoleDestruction(1000)
                .setGravity(List.of())
                .setDiscoveries(List.of());
        List<StructureLayer> structure = new ArrayList<>();
        List<ContentLayer> contents = new ArrayList<>();
        for (int row = 0; row < rows.length; row++) {
            for (int x = 0; x < rows[row].length(); x++) {
                List<Area> area = List.of(Area.newBuilder()
                        .setTiles(List.of(new Tile(x, rows.length - 1 - row)))
                        .build());
                switch (rows[row].charAt(x)) {
                    case '#' -> structure.add(new StructureLayer(area, Structure.VOID));
                    case 'S' -> contents.add(content(area, ContentKind.SPACE_STATION, null));
                    case 'O' -> contents.add(content(area, ContentKind.BLACK_HOLE, null));
                    case 'B' -> contents.add(content(area, ContentKind.MINE, Resource.BIO_MATTER));
                    case 'C' -> contents.add(content(area, ContentKind.MINE, Resource.CRYO_GAS));
                    case 'D' -> contents.add(content(area, ContentKind.MINE, Resource.DARK_MATTER));
                    default -> {}
                }
            }
        }
        return map.setStructure(structure).setContents(contents).build();
    }

    /** The events of a game of these strategies; the players are named by their numbers, from player-0 on. */
    public static List<Event> play(MapType map, Duration duration, Strategy... strategies) {
        List<VirtualGame.Seat> seats = new ArrayList<>();
        for (Strategy strategy : strategies) {
            seats.add(new VirtualGame.Seat("player-" + seats.size(), strategy));
        }
        return VirtualGame.play(map, Rules.newBuilder().build(), duration, seats, 1);
    }

    /** The events of a game of all strategies on the example map. */
    public static List<Event> matchOfTheHouse(Duration duration, long seed) {
        List<VirtualGame.Seat> seats = Arrays.stream(HouseStrategy.values())
                .map(strategy -> new VirtualGame.Seat(strategy.label(), strategy.create()))
                .toList();
        return VirtualGame.play(example(), Rules.newBuilder().build(), duration, seats, seed);
    }

    /** The example map. */
    public static MapType example() {
        try {
            return JsonReader.read(ShippedMaps.json("example"), MapType.class);
        } catch (JsonFaultsException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The payloads of a type, in their order. */
    public static <T> List<T> payloads(List<Event> events, Class<T> type) {
        return events.stream()
                .map(Event::getPayload)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private static ContentLayer content(List<Area> area, ContentKind kind, Resource resource) {
        UnitRange units = resource == null ? null : new UnitRange(MINE_UNITS, MINE_UNITS);
        return new ContentLayer(area, kind, 1, null, resource, units);
    }
}
