package dungeon.schemas.json;

import static dungeon.schemas.json.Json.assertFaults;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dungeon.schemas.Area;
import dungeon.schemas.ContentKind;
import dungeon.schemas.ContentLayer;
import dungeon.schemas.Discovery;
import dungeon.schemas.Gravity;
import dungeon.schemas.GravityLayer;
import dungeon.schemas.MapType;
import dungeon.schemas.Resource;
import dungeon.schemas.Ring;
import dungeon.schemas.Structure;
import dungeon.schemas.StructureLayer;
import dungeon.schemas.Tile;
import dungeon.schemas.UnitRange;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class MapTypeJsonTest {
    private static final String EXAMPLE = "/dungeon/schemas/maps/example.json";

    @Test
    void readsEveryForm() throws JsonFaultsException {
        MapType map = JsonReader.read(Json.of("""
                        {'name':'m','description':'d','width':10,'height':8,'defaultGravity':'MEDIUM','blackHoleDestruction':250,
                         'gravity':[{'area':{'ring':[1,2]},'level':'INTENSE'}],
                         'structure':[{'area':[{'all':true},{'tiles':[[1,2],[3,4]]}],'kind':'VOID'}],
                         'contents':[{'area':{'from':[0,0],'to':[5,6]},'kind':'MINE','count':3,'resource':'ION_DUST','units':[300,400]},
                                     {'area':{'all':true},'kind':'BLACK_HOLE','share':20}],
                         'discoveries':[{'area':{'all':true},'resource':'CRYO_GAS','whenLeft':100,'delayMs':30000,'units':[50,60],'atMost':2}]}
                        """), MapType.class);
        Area all = new Area(true, null, null, null, null);
        assertThat(map)
                .isEqualTo(new MapType(
                        "m",
                        "d",
                        10,
                        8,
                        Gravity.MEDIUM,
                        250,
                        List.of(new GravityLayer(
                                List.of(new Area(false, null, null, null, new Ring(1, 2))), Gravity.INTENSE)),
                        List.of(new StructureLayer(
                                List.of(
                                        all,
                                        new Area(false, List.of(new Tile(1, 2), new Tile(3, 4)), null, null, null)),
                                Structure.VOID)),
                        List.of(
                                new ContentLayer(
                                        List.of(new Area(false, null, new Tile(0, 0), new Tile(5, 6), null)),
                                        ContentKind.MINE,
                                        3,
                                        null,
                                        Resource.ION_DUST,
                                        new UnitRange(300, 400)),
                                new ContentLayer(List.of(all), ContentKind.BLACK_HOLE, null, 20, null, null)),
                        List.of(new Discovery(
                                List.of(all), Resource.CRYO_GAS, 100, 30_000L, new UnitRange(50, 60), 2))));
        assertThat(JsonReader.read(JsonWriter.write(map), MapType.class)).isEqualTo(map);
    }

    @Test
    void theExampleReadsWithoutFaultAndComesBackTheSame() throws IOException, JsonFaultsException {
        try (InputStream in = MapTypeJsonTest.class.getResourceAsStream(EXAMPLE)) {
            MapType map = JsonReader.read(new ObjectMapper().readTree(in), MapType.class);
            assertThat(map.getWidth()).isEqualTo(10);
            assertThat(map.getHeight()).isEqualTo(8);
            assertThat(map.getContents()).extracting(ContentLayer::getCount).containsExactly(4, 3, 8, 5, 3, 2, 2);
            assertThat(JsonReader.read(JsonWriter.write(map), MapType.class)).isEqualTo(map);
        }
    }

    @Test
    void listsMayBeMissingButTheRestMayNot() {
        assertFaults(MapType.class, "{}")
                .containsExactly(
                        "/name: is missing",
                        "/width: is missing",
                        "/height: is missing",
                        "/defaultGravity: is missing");
    }

    @Test
    void reportsTenFaultsAtOnceInTheOrderOfTheFields() {
        assertFaults(MapType.class, """
                        {'name':7,'width':'ten','height':2.5,'defaultGravity':'HEAVY','blackHoleDestruction':true,
                         'gravity':[{'area':{'ring':[1]},'level':'UNKNOWN'}],
                         'structure':'none',
                         'contents':[{'area':{'tiles':[[1,2],[3,'4']]},'kind':'MINE','units':[1,99999999999]},{'area':{'everywhere':true}}],
                         'colour/~':'red'}
                        """)
                .containsExactly(
                        "/name: must be a string",
                        "/width: must be a whole number of 32 bits",
                        "/height: must be a whole number of 32 bits",
                        "/defaultGravity: must be one of LIGHT, MEDIUM, INTENSE",
                        "/blackHoleDestruction: must be a whole number of 32 bits",
                        "/gravity/0/area/ring: must be a pair of numbers",
                        "/gravity/0/level: must be one of LIGHT, MEDIUM, INTENSE",
                        "/structure: must be an object with the fields of StructureLayer",
                        "/contents/0/area/tiles/1/1: must be a whole number of 32 bits",
                        "/contents/0/units/1: must be a whole number of 32 bits",
                        "/contents/1/area/everywhere: is no field of Area",
                        "/contents/1/kind: is missing",
                        "/colour~1~0: is no field of MapType");
    }

    @Test
    void nullIsNoElementOfAList() {
        assertFaults(
                        MapType.class,
                        "{'name':'m','width':2,'height':2,'defaultGravity':'LIGHT','gravity':[null],'structure':null}")
                .containsExactly("/gravity/0: must be an object with the fields of GravityLayer");
    }

    @Test
    void tilesAreAListOfPairs() {
        assertFaults(
                        MapType.class,
                        "{'name':'m','width':2,'height':2,'defaultGravity':'LIGHT','gravity':{'area':{'tiles':[1,2]},'level':'LIGHT'}}")
                .containsExactly(
                        "/gravity/area/tiles/0: must be an object with the fields of Tile, or a pair of numbers",
                        "/gravity/area/tiles/1: must be an object with the fields of Tile, or a pair of numbers");
    }
}
