package dungeon.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.schemas.Command;
import dungeon.schemas.Event;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Our bytes and our reading against Confluent's own code. Its jar is on Maven Central inside another project's, with the Avro and the
 * Kafka that it was built with, so it gets a class loader of its own and nothing of it is on our class path.
 */
class ConfluentCodeTest {
    private static final Path JAR = Path.of("target", "confluent", "pinot-confluent-avro.jar");
    private static final String PACKAGE = "io.confluent.kafka.serializers.";

    private final TestRegistry registry = new TestRegistry();
    private final ClassLoader before = Thread.currentThread().getContextClassLoader();
    private URLClassLoader loader;
    private Object serializer;
    private Object deserializer;

    @BeforeEach
    void loadConfluentsCode() throws Exception {
        URL[] classPath = {JAR.toUri().toURL()};
        loader = new URLClassLoader(classPath, ClassLoader.getPlatformClassLoader());
        // Its settings name classes, which it looks for there.
        Thread.currentThread().setContextClassLoader(loader);
        serializer = configured(PACKAGE + "KafkaAvroSerializer");
        deserializer = configured(PACKAGE + "KafkaAvroDeserializer");
    }

    @AfterEach
    void close() throws Exception {
        Thread.currentThread().setContextClassLoader(before);
        registry.close();
        loader.close();
    }

    @Test
    void readsWhatWeWriteAndWritesTheSame() throws Exception {
        bothWays(Command.class, Samples.command());
        bothWays(Event.class, Samples.event());
    }

    private <T extends SpecificRecord> void bothWays(Class<T> type, T record) throws Exception {
        try (AvroSerde<T> ours = new AvroSerde<>(type)) {
            ours.configure(registry.clientConfig(), false);
            String topic = Samples.TOPIC + type.getSimpleName();
            byte[] bytes = ours.serializer().serialize(topic, record);

            Object read = deserializer
                    .getClass()
                    .getMethod("deserialize", String.class, byte[].class)
                    .invoke(deserializer, topic, bytes);
            assertThat(read.getClass().getClassLoader()).isEqualTo(loader);
            Object written = serializer
                    .getClass()
                    .getMethod("serialize", String.class, Object.class)
                    .invoke(serializer, topic, read);

            assertThat((byte[]) written).isEqualTo(bytes);
            assertThat(ours.deserializer().deserialize(topic, (byte[]) written)).isEqualTo(record);
        }
    }

    private Object configured(String className) throws Exception {
        Class<?> type = loader.loadClass(className);
        Object serde = type.getConstructor().newInstance();
        Map<String, Object> config = new HashMap<>(registry.clientConfig());
        type.getMethod("configure", Map.class, boolean.class).invoke(serde, config, false);
        return serde;
    }
}
