package dungeon.ingest.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClientAddressesTest {
    private static final List<String> OURS = List.of("10.0.0.0/8", "fd00::/8");

    private static String client(List<String> trusted, String header, String peer, String... values) {
        return new ClientAddresses(trusted, header).of(peer, List.of(values)).getHostAddress();
    }

    private static String sender(String address) throws Exception {
        return ClientAddresses.sender(InetAddress.getByName(address));
    }

    @Test
    void believesNobodyWithoutTrustedProxies() {
        assertThat(client(List.of(), "X-Forwarded-For", "10.0.0.1", "192.0.2.1"))
                .isEqualTo("10.0.0.1");
    }

    @Test
    void countsThoseWhoAreGoneAsOneSenderWhateverTheyClaim() {
        assertThat(client(OURS, "X-Forwarded-For", null, "192.0.2.1")).isEqualTo("0.0.0.0");
    }

    @Test
    void believesTrustedProxiesOnly() {
        assertThat(client(OURS, "X-Forwarded-For", "10.0.0.1", "192.0.2.1")).isEqualTo("192.0.2.1");
        assertThat(client(OURS, "X-Forwarded-For", "192.0.2.9", "192.0.2.1")).isEqualTo("192.0.2.9");
    }

    @Test
    void takesTheNearestAddressThatIsNoProxys() {
        assertThat(client(OURS, "X-Forwarded-For", "10.0.0.1", "1.1.1.1, 192.0.2.1, 10.0.0.2"))
                .isEqualTo("192.0.2.1");
        assertThat(client(OURS, "X-Forwarded-For", "10.0.0.1", "1.1.1.1", "192.0.2.1", "10.0.0.2"))
                .isEqualTo("192.0.2.1");
        assertThat(client(OURS, "X-Forwarded-For", "10.0.0.1", "10.0.0.3")).isEqualTo("10.0.0.3");
    }

    @Test
    void readsBothHeadersInAllTheirForms() {
        assertThat(client(OURS, "X-Forwarded-For", "10.0.0.1", "192.0.2.1:4711"))
                .isEqualTo("192.0.2.1");
        assertThat(client(OURS, "X-Forwarded-For", "10.0.0.1", "2001:db8::1")).isEqualTo("2001:db8:0:0:0:0:0:1");
        assertThat(client(OURS, "Forwarded", "fd00::1", "for=1.1.1.1, proto=https;For=\"[2001:db8::1]:4711\""))
                .isEqualTo("2001:db8:0:0:0:0:0:1");
        assertThat(client(OURS, "Forwarded", "10.0.0.1", "for=192.0.2.1;by=10.0.0.1"))
                .isEqualTo("192.0.2.1");
    }

    @Test
    void staysWithTheProxyIfItSaysNoAddress() {
        for (String nonsense :
                List.of("", "unknown", "_hidden", "dead.beef", "example.org", "999.1.1.1", "[::1", "::1::")) {
            assertThat(client(OURS, "X-Forwarded-For", "10.0.0.1", "192.0.2.1, " + nonsense))
                    .as(nonsense)
                    .isEqualTo("10.0.0.1");
        }
    }

    @Test
    void readsALinkLocalPeer() {
        assertThat(client(List.of(), "Forwarded", "fe80::1%eth0")).isEqualTo("fe80:0:0:0:0:0:0:1");
    }

    @Test
    void countsANetworkOf64BitsAsOneSender() throws Exception {
        assertThat(sender("2001:db8:1:2:3:4:5:6"))
                .isEqualTo(sender("2001:db8:1:2::"))
                .isEqualTo("20010db800010002/64");
        assertThat(sender("::ffff:192.0.2.1")).isEqualTo("192.0.2.1");
    }

    @Test
    void refusesANetworkThatIsNone() {
        assertThatThrownBy(() -> new ClientAddresses(List.of("10.0.0.0/99"), "Forwarded"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
