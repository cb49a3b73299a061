package dungeon.standalone.maps;

import dungeon.platform.core.Chance;
import dungeon.robots.decide.map.MapDrawing;
import dungeon.schemas.MapInstantiated;
import dungeon.schemas.MapType;
import dungeon.schemas.json.JsonFault;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/** Tells a user about a map type: what a game's map looks like, and what is wrong. */
public final class MapReport {
    /** Nobody reads more. */
    private MapReport() {}

    /**
     * Prints it.
     *
     * @param seed of the game; 32 bytes
     * @param seedNote said behind the seed
     * @param out where the drawing goes
     * @param err where the faults go
     * @return whether games can be made from the map type with this seed
     */
    public static boolean print(
            MapSource source, ByteBuffer seed, String seedNote, boolean inColour, PrintWriter out, PrintWriter err) {
        MapInspection inspection = MapInspection.of(source.json());
        Optional<MapInstantiated> playable = inspection.draw(seed);
        playable.or(() -> inspection.sketch(seed)).ifPresent(map -> {
            MapType type = inspection.sound(source.name());
            MapSymbols symbols = new MapSymbols(inColour);
            out.println("%s (%d x %d). %s"
                    .formatted(source.name(), map.getWidth(), map.getHeight(), printable(type.getDescription()))
                    .stripTrailing());
            out.printf("Seed %s%s%n%n", Chance.hexOf(seed), seedNote);
            out.println(new MapPicture(map, symbols).text());
            out.println(MapPicture.legend(symbols));
            out.print(new MapSummary(type, map).text());
            out.flush();
        });
        if (playable.isEmpty()) {
            err.println(problems(source, inspection));
            err.flush();
        }
        return playable.isPresent();
    }

    private static String problems(MapSource source, MapInspection inspection) {
        if (inspection.faults().isEmpty()) {
            return "No game can have this seed: in %d maps that were drawn, some space station reached no bio matter mine without crossing a black hole"
                    .formatted(MapDrawing.ATTEMPTS_MAXIMUM);
        }
        return "%s is faulty:%n%s".formatted(source.name(), list(inspection.faults(), inspection.faultCount()));
    }

    /** The first faults, one in a line, each with the JSON pointer of its place. */
    static String list(List<JsonFault> faults, int count) {
        StringBuilder lines = new StringBuilder();
        faults.stream()
                .map(fault -> "  %s %s%n"
                        .formatted(fault.pointer().isEmpty() ? "/" : printable(fault.pointer()), fault.problem()))
                .forEach(lines::append);
        if (count > faults.size()) {
            lines.append("  and %d more%n".formatted(count - faults.size()));
        }
        return lines.toString().stripTrailing();
    }

    /** A text of a file, which must not be able to steer the terminal. */
    private static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }
}
