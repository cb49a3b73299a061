package dungeon.standalone.secure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Takes some seconds, because a process makes each. */
@Tag("broker")
@Timeout(120)
class CertificatesTest {
    @TempDir
    Path parent;

    @Test
    void areKeptAndMadeAnewInTheirLastYear() throws Exception {
        Path folder = parent.resolve("secure");
        Certificates.in(folder);
        Map<String, String> first = contents(folder);
        assertThat(first).hasSize(Service.values().length + 1);
        // Nobody can make a further one.
        assertThat(first.get("ca.pem")).doesNotContain("PRIVATE KEY");
        X509Certificate topology = certificate(folder.resolve("topology.pem"));
        topology.verify(certificate(folder.resolve("ca.pem")).getPublicKey());
        assertThat(topology.getSubjectX500Principal().getName()).isEqualTo("CN=topology");
        assertThat(topology.getBasicConstraints()).isEqualTo(-1);
        // A service's certificate passes for no broker's.
        assertThat(topology.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.2");

        Certificates.in(folder, Clock.offset(Clock.systemUTC(), Certificates.VALIDITY.minusDays(400)));
        assertThat(contents(folder)).isEqualTo(first);

        Certificates.in(folder, Clock.offset(Clock.systemUTC(), Certificates.VALIDITY.minus(Duration.ofDays(364))));
        assertThat(contents(folder))
                .hasSameSizeAs(first)
                .allSatisfy((name, text) -> assertThat(text).isNotEqualTo(first.get(name)));
        assertThat(parent.toFile().list()).containsExactly("secure");
    }

    private static X509Certificate certificate(Path file) throws Exception {
        return new PemFile(file)
                .certificates(CertificateFactory.getInstance("X.509"))
                .get(0);
    }

    private static Map<String, String> contents(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                contents.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return contents;
    }
}
