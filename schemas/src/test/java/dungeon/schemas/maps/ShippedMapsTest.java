package dungeon.schemas.maps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dungeon.schemas.MapType;
import dungeon.schemas.json.JsonReader;
import dungeon.schemas.json.JsonWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class ShippedMapsTest {
    @Test
    void theListNamesEachFileOnce() throws Exception {
        Path folder =
                Path.of(ShippedMaps.class.getResource("example.json").toURI()).getParent();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(file -> file.endsWith(".json")))
                    .containsExactlyInAnyOrderElementsOf(ShippedMaps.NAMES.stream()
                            .map(name -> name + ".json")
                            .toList());
        }
    }

    @ParameterizedTest
    @CsvSource({"example,10,8", "medium,20,20", "maze,21,21", "large,35,35"})
    void eachHasItsNameAndItsSize(String name, int width, int height) {
        MapType map = ShippedMaps.read(name);
        assertThat(map.getName()).isEqualTo(name);
        assertThat(map.getWidth()).isEqualTo(width);
        assertThat(map.getHeight()).isEqualTo(height);
    }

    @ParameterizedTest
    @FieldSource("dungeon.schemas.maps.ShippedMaps#NAMES")
    void eachComesBackTheSameFromJson(String name) throws Exception {
        MapType map = ShippedMaps.read(name);
        assertThat(JsonReader.read(JsonWriter.write(map), MapType.class)).isEqualTo(map);
    }

    @Test
    void theIdOfOneFollowsFromItsName() {
        // md5 of map-type:example, as RFC 9562 makes a version 3 UUID of it.
        assertThat(ShippedMaps.idOf("example")).isEqualTo("c476ad8d-d8f9-3b1b-8427-239c0f9ab98d");
    }

    @Test
    void whatDoesNotShipIsRefused() {
        assertThatThrownBy(() -> ShippedMaps.read("../maps/example"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("No map type ../maps/example ships; there are [example, medium, maze, large]");
    }
}
