package dungeon.verification.siege.attacks;

import dungeon.players.connection.JsonHttp;
import dungeon.schemas.MapType;
import dungeon.schemas.json.JsonFaultsException;
import dungeon.schemas.json.JsonReader;
import java.nio.charset.StandardCharsets;

/** Map types that cost somebody something, as JSON. */
final class HostileMaps {
    private static final int SIDE = 200;
    private static final String STATION = "{\"area\":{\"all\":true},\"kind\":\"SPACE_STATION\",\"count\":4}";
    private static final String MINE =
            "{\"area\":{\"all\":true},\"kind\":\"MINE\",\"count\":8,\"resource\":\"BIO_MATTER\",\"units\":[1000,1000]}";

    private HostileMaps() {}

    /** A sound map type of some 900 kB: it names each tile of the largest map, and some of them again and again. */
    static byte[] fat(long number) {
        StringBuilder gravity = new StringBuilder(1_000_000);
        while (gravity.length() < 880_000) {
            gravity.append(gravity.isEmpty() ? "" : ",").append("{\"area\":{\"tiles\":[");
            int tiles = Math.min(SIDE * SIDE, (900_000 - gravity.length()) / 8);
            for (int i = 0; i < tiles; i++) {
                gravity.append(i == 0 ? "" : ",")
                        .append('[')
                        .append(i % SIDE)
                        .append(',')
                        .append(i / SIDE)
                        .append(']');
            }
            gravity.append("]},\"level\":\"MEDIUM\"}");
        }
        return bytes(map("fat " + number, gravity.toString(), "", STATION + "," + MINE));
    }

    /** The largest map, and as many contents as there may be: each game of it costs a drawing and a long event. */
    static byte[] large(long number) {
        String mines =
                "{\"area\":{\"all\":true},\"kind\":\"MINE\",\"count\":3900,\"resource\":\"BIO_MATTER\",\"units\":[1,1000]}";
        return bytes(map("large " + number, "", "", STATION + "," + mines));
    }

    /**
     * Two halves with a void between them, a station in each, and one mine in one of them: nothing is wrong with any entry, and no
     * drawing is ever playable.
     */
    static byte[] unplayable(long number) {
        String wall = "{\"area\":{\"from\":[100,0],\"to\":[100,199]},\"kind\":\"VOID\"}";
        String stations = "{\"area\":{\"tiles\":[[0,0],[199,199]]},\"kind\":\"SPACE_STATION\",\"count\":2}";
        String mine =
                "{\"area\":{\"tiles\":[[1,1],[198,198]]},\"kind\":\"MINE\",\"count\":1,\"resource\":\"BIO_MATTER\",\"units\":[9,9]}";
        String filler =
                "{\"area\":{\"all\":true},\"kind\":\"MINE\",\"count\":3900,\"resource\":\"CRYO_GAS\",\"units\":[1,9]}";
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
