package dungeon.standalone.secure;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.standalone.secure.plugin.PrincipalsByListener;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.Principal;
import java.util.Map;
import javax.net.ssl.SSLSession;
import javax.security.auth.x500.X500Principal;
import org.apache.kafka.common.security.auth.KafkaPrincipal;
import org.apache.kafka.common.security.auth.SslAuthenticationContext;
import org.junit.jupiter.api.Test;

/** What brokers call a service that has shown its certificate. */
class PrincipalsByListenerTest {
    @Test
    void onOneMachineByItsNameAlone() {
        Map<String, String> settings =
                new SecureListeners(1, Certificates.existing(Path.of("unused")), "http://127.0.0.1:1").kafkaSettings();
        assertThat(nameOf("CN=topology", settings)).isEqualTo(new KafkaPrincipal("User", "topology"));
        assertThat(nameOf("CN=topology,O=somebody", settings))
                .isEqualTo(new KafkaPrincipal("User", "CN=topology,O=somebody"));
    }

    @Test
    void inAClusterAsStrimziWritesItsRights() {
        assertThat(nameOf("CN=topology", Map.of())).isEqualTo(new KafkaPrincipal("User", "CN=topology"));
        assertThat(nameOf("CN=dungeon-kafka,O=io.strimzi", Map.of()))
                .isEqualTo(new KafkaPrincipal("User", "CN=dungeon-kafka,O=io.strimzi"));
    }

    private static KafkaPrincipal nameOf(String certificate, Map<String, String> settings) {
        PrincipalsByListener principals = new PrincipalsByListener();
        principals.configure(settings);
        return principals.build(new SslAuthenticationContext(
                session(new X500Principal(certificate)), InetAddress.getLoopbackAddress(), "SERVICES"));
    }

    private static SSLSession session(Principal peer) {
        return (SSLSession) Proxy.newProxyInstance(
                PrincipalsByListenerTest.class.getClassLoader(),
                new Class<?>[] {SSLSession.class},
                (proxy, method, args) -> method.getName().equals("getPeerPrincipal") ? peer : null);
    }
}
