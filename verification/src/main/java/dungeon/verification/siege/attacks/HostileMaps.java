package dungeon.verification.siege.attacks;

import dungeon.players.connection.JsonHttp;
import dungeon.schemas.MapType;
import dungeon.schemas.json.JsonFaultsException;
import dungeon.schemas.json.JsonReader;
import java.nio.charset.StandardCharsets;

/** Map types that cost somebody something, as JSON. */
final class HostileMaps {
    /** The largest map on which a player can have a practice game is of so many columns and rows. */
    private static final int SIDE = 50;

    /** Of layers, parts and listed tiles a player's map type has 5,000 at most; eight of them are no tiles. */
    private static final int TILES_KEPT = 4_992;

    private static final int TILES_REFUSED = 110_000;

    private static final int LAYER_TILES_MAXIMUM = 40_000;
    private static final String STATION = "{\"area\":{\"all\":true},\"kind\":\"SPACE_STATION\",\"count\":4}";
    private static final String MINE =
            "{\"area\":{\"all\":true},\"kind\":\"MINE\",\"count\":8,\"resource\":\"BIO_MATTER\",\"units\":[1000,1000]}";

    private HostileMaps() {}

    /** A sound map type that lists as much as one that is kept may. */
    static byte[] fat(long number) {
        return listing("fat " + number, TILES_KEPT);
    }

    /** A map type of some 900 kB, of which there is nothing wrong but its size. */
    static byte[] tooFat(long number) {
        return listing("too fat " + number, TILES_REFUSED);
    }

    /** A map type whose gravity names each of so many tiles, again and again, in layers that are as long as one may be. */
    private static byte[] listing(String name, int tiles) {
        StringBuilder gravity = new StringBuilder(tiles * 8);
        for (int i = 0; i < tiles; i++) {
            boolean begins = i % LAYER_TILES_MAXIMUM == 0;
            boolean ends = i + 1 == tiles || (i + 1) % LAYER_TILES_MAXIMUM == 0;
            gravity.append(i == 0 ? "" : ",")
                    .append(begins ? "{\"area\":{\"tiles\":[" : "")
                    .append('[')
                    .append(i % SIDE)
                    .append(',')
                    .append(i / SIDE % SIDE)
                    .append(']')
                    .append(ends ? "]},\"level\":\"MEDIUM\"}" : "");
        }
        return bytes(map(name, gravity.toString(), "", STATION + "," + MINE));
    }

    /** The largest map of a practice game, and as many contents as there may be: each game of it costs a drawing and a long event. */
    static byte[] large(long number) {
        String mines =
                "{\"area\":{\"all\":true},\"kind\":\"MINE\",\"count\":390,\"resource\":\"BIO_MATTER\",\"units\":[1,1000]}";
        return bytes(map("large " + number, "", "", STATION + "," + mines));
    }

    /**
     * Two halves with a void between them, a station in each, and one mine in one of them: nothing is wrong with any entry, and no
     * drawing is ever playable. Each number makes another one.
     */
    static byte[] unplayable(long number) {
        String wall = "{\"area\":{\"from\":[25,0],\"to\":[25,49]},\"kind\":\"VOID\"}";
        String stations = "{\"area\":{\"tiles\":[[0,0],[49,49]]},\"kind\":\"SPACE_STATION\",\"count\":2}";
        String mine =
                "{\"area\":{\"tiles\":[[1,1],[48,48]]},\"kind\":\"MINE\",\"count\":1,\"resource\":\"BIO_MATTER\",\"units\":[9,9]}";
        String filler =
                "{\"area\":{\"all\":true},\"kind\":\"MINE\",\"count\":390,\"resource\":\"CRYO_GAS\",\"units\":[%d,900]}"
                        .formatted(1 + number % 900);
        return bytes(map("unplayable " + number, "", wall, stations + "," + mine + "," + filler));
    }

    /** The same as a record. */
    static MapType parsed(byte[] map) {
        try {
            return JsonReader.read(JsonHttp.parse(new String(map, StandardCharsets.UTF_8)), MapType.class);
        } catch (JsonFaultsException e) {
            throw new IllegalStateException("A map of our own is none", e);
        }
    }

    private static String map(String name, String gravity, String structure, String contents) {
        return """
                {"name":"%s","description":"","width":%d,"height":%d,"defaultGravity":"LIGHT","blackHoleDestruction":0,\
                "gravity":[%s],"structure":[%s],"contents":[%s],"discoveries":[]}""".formatted(name, SIDE, SIDE, gravity, structure, contents);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
