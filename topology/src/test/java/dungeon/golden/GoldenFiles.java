package dungeon.golden;

import dungeon.schemas.Command;
import dungeon.schemas.Event;
import dungeon.schemas.maps.ShippedMaps;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileStream;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;

/**
 * The files of recorded games, among the resources of the tests: Avro's object container files, each with the schema that it
 * was written with, so that records are still read when they have got more fields. The schema of what is around commands and
 * events is in {@code game.avsc}.
 */
public final class GoldenFiles {
    static final String HOW_TO_REWRITE = """
            If this is meant, run
              mvn -B -q -pl topology -am test -Dtest=WriteGoldenLogs -Dgolden.logs=rewrite -Dsurefire.failIfNoSpecifiedTests=false
            and commit the files: it decides the recorded commands again and writes the events and the digests.
            """;

    private static final String FOLDER = "golden";
    private static final Path SOURCES =
            Path.of(System.getProperty("basedir", "."), "src/test/resources").resolve(FOLDER);
    private static final Schema GAME = gameSchema();
    private static final Schema STEP = GAME.getField("steps").schema().getElementType();
    private static final int BEST_COMPRESSION = 9;

    /** Avro draws the marks between its blocks at random, so that the same games would give another file each time. */
    private static final byte[] MARK = "the-golden-games".getBytes(StandardCharsets.UTF_8);

    private GoldenFiles() {}

    /** One file of random games, and one for a match on each map that ships. */
    static List<String> all() {
        return Stream.concat(
                        Stream.of("random-games"), ShippedMaps.NAMES.stream().map(map -> "match-" + map))
                .map(name -> name + ".avro")
                .toList();
    }

    /** The games of all files. */
    public static List<GoldenGame> readAll() throws IOException {
        List<GoldenGame> games = new ArrayList<>();
        for (String file : all()) {
            games.addAll(read(file));
        }
        return games;
    }

    /** The games of a file. */
    static List<GoldenGame> read(String file) throws IOException {
        List<GoldenGame> games = new ArrayList<>();
        try (InputStream in = open(file);
                DataFileStream<GenericRecord> records = new DataFileStream<>(in, new SpecificDatumReader<>(GAME))) {
            records.forEach(record -> games.add(game(record)));
        }
        return games;
    }

    /** Writes a file anew, into the sources. */
    static void write(String file, List<GoldenGame> games) throws IOException {
        try (OutputStream out = Files.newOutputStream(source(file));
                DataFileWriter<GenericRecord> writer = new DataFileWriter<>(new SpecificDatumWriter<>(GAME))) {
            writer.setCodec(CodecFactory.deflateCodec(BEST_COMPRESSION));
            writer.create(GAME, out, MARK);
            for (GoldenGame game : games) {
                writer.append(record(game));
            }
        }
    }

    /** Where a file is in the sources. */
    static Path source(String file) {
        return SOURCES.resolve(file);
    }

    /** Opens a file as it was when the tests were built. */
    static InputStream open(String file) throws IOException {
        InputStream in = GoldenFiles.class.getResourceAsStream("/" + FOLDER + "/" + file);
        if (in == null) {
            throw new IOException("There is no " + source(file));
        }
        return in;
    }

    private static Schema gameSchema() {
        Schema.Parser parser = new Schema.Parser();
        parser.addTypes(List.of(Command.getClassSchema(), Event.getClassSchema()));
        try (InputStream in = open("game.avsc")) {
            return parser.parse(in);
        } catch (IOException e) {
            throw new AssertionError("The schema of the golden games cannot be read", e);
        }
    }

    private static GoldenGame game(GenericRecord record) {
        List<Step> steps =
                list(record, "steps").map(step -> step((GenericRecord) step)).toList();
        return new GoldenGame(text(record, "name"), steps);
    }

    private static Step step(GenericRecord record) {
        ArrivedCommand arrived = new ArrivedCommand(
                (Command) record.get("command"),
                text(record, "callerKind"),
                text(record, "callerId"),
                text(record, "callerName"),
                text(record, "callerProblem"),
                (long) record.get("stampMs"),
                (int) record.get("bytes"));
        return new Step(arrived, list(record, "events").map(Event.class::cast).toList());
    }

    private static Stream<?> list(GenericRecord record, String field) {
        return ((List<?>) record.get(field)).stream();
    }

    private static String text(GenericRecord record, String field) {
        Object text = record.get(field);
        return text == null ? null : text.toString();
    }

    private static GenericRecord record(GoldenGame game) {
        GenericRecord record = new GenericData.Record(GAME);
        record.put("name", game.name());
        record.put("steps", game.steps().stream().map(GoldenFiles::record).toList());
        return record;
    }

    private static GenericRecord record(Step step) {
        ArrivedCommand arrived = step.arrived();
        GenericRecord record = new GenericData.Record(STEP);
        record.put("command", arrived.command());
        record.put("callerKind", arrived.callerKind());
        record.put("callerId", arrived.callerId());
        record.put("callerName", arrived.callerName());
        record.put("callerProblem", arrived.callerProblem());
        record.put("stampMs", arrived.stampMs());
        record.put("bytes", arrived.bytes());
        record.put("events", step.events());
        return record;
    }
}
