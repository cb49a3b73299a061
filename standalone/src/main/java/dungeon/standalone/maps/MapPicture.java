package dungeon.standalone.maps;

import dungeon.robots.state.TileCodes;
import dungeon.schemas.Content;
import dungeon.schemas.ContentKind;
import dungeon.schemas.Gravity;
import dungeon.schemas.MapInstantiated;
import dungeon.schemas.Resource;
import dungeon.schemas.Structure;
import dungeon.schemas.Tile;
import java.util.HashMap;
import java.util.Map;

/**
 * A map in characters, (0,0) in the lower left corner. Each tile has two: what is there, and the gravity. Columns and rows
 * are numbered on all sides, so that a tile in the middle of a large map can be named.
 */
final class MapPicture {
    private final MapInstantiated map;
    private final MapSymbols symbols;
    private final Map<Tile, Content> contents = new HashMap<>();
    private final int digits;

    MapPicture(MapInstantiated map, MapSymbols symbols) {
        this.map = map;
        this.symbols = symbols;
        map.getContents().forEach(content -> contents.put(content.getTile(), content));
        digits = String.valueOf(map.getHeight() - 1).length();
    }

    /** The picture, in lines that each end with a line break. */
    String text() {
        StringBuilder text = new StringBuilder();
        text.append(tens()).append(ones());
        for (int y = map.getHeight() - 1; y >= 0; y--) {
            String label = String.format("%" + digits + "d", y);
            text.append(label).append(' ');
            for (int x = 0; x < map.getWidth(); x++) {
                text.append(tile(x, y));
            }
            text.append(' ').append(label).append('\n');
        }
        return text.append(ones()).append(tens()).toString();
    }

    /** What the characters mean. */
    static String legend(MapSymbols symbols) {
        return """
                gravity  %s light  %s medium  %s intense    %s void    %s space station    %s black hole
                mines    %s bio matter  %s cryo gas  %s dark matter  %s ion dust  %s plasma core
                """.formatted(
                        symbols.gravity(Gravity.LIGHT),
                        symbols.gravity(Gravity.MEDIUM),
                        symbols.gravity(Gravity.INTENSE),
                        symbols.voidTile(),
                        symbols.content(new Content(null, ContentKind.SPACE_STATION, null, null)),
                        symbols.content(new Content(null, ContentKind.BLACK_HOLE, null, null)),
                        mine(symbols, Resource.BIO_MATTER),
                        mine(symbols, Resource.CRYO_GAS),
                        mine(symbols, Resource.DARK_MATTER),
                        mine(symbols, Resource.ION_DUST),
                        mine(symbols, Resource.PLASMA_CORE));
    }

    private static String mine(MapSymbols symbols, Resource resource) {
        return symbols.content(new Content(null, ContentKind.MINE, resource, null));
    }

    private String tile(int x, int y) {
        int index = y * map.getWidth() + x;
        if (TileCodes.structure(map.getStructure().get(index)) == Structure.VOID) {
            return symbols.voidTile();
        }
        Content content = contents.get(new Tile(x, y));
        return (content == null ? " " : symbols.content(content))
                + symbols.gravity(TileCodes.gravity(map.getGravity().get(index)));
    }

    private String ones() {
        StringBuilder line = new StringBuilder(" ".repeat(digits + 1));
        for (int x = 0; x < map.getWidth(); x++) {
            line.append(' ').append(x % 10);
        }
        return line.append('\n').toString();
    }

    /** The full number of each tenth column, ending below the column; nothing on a map of up to ten. */
    private String tens() {
        StringBuilder line = new StringBuilder();
        for (int x = 10; x < map.getWidth(); x += 10) {
            line.append(String.format("%" + (digits + 3 + 2 * x - line.length()) + "d", x));
        }
        return line.isEmpty() ? "" : line.append('\n').toString();
    }
}
