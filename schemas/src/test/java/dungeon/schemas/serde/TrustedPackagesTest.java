package dungeon.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.schemas.Rules;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TrustedPackagesTest {
    /** Uses records in a JVM of its own, in which nothing else has named our packages as trusted. */
    public static final class RecordsAlone {
        private RecordsAlone() {}

        public static void main(String[] arguments) {
            System.out.println(Rules.newBuilder().build().getMiningResource());
        }
    }

    @Test
    void recordsCanBeUsedWithoutAnySerde() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        RecordsAlone.class.getName())
                .redirectErrorStream(true)
                .start();
        try {
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(output).contains("[BIO_MATTER, CRYO_GAS, DARK_MATTER, ION_DUST, PLASMA_CORE, PLASMA_CORE]");
        } finally {
            process.destroyForcibly();
        }
    }
}
