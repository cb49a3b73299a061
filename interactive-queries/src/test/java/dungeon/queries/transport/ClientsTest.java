package dungeon.queries.transport;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClientsTest {
    private final Clients clients = new Clients(List.of("10.0.0.0/8"), List.of("127.0.0.1", "::1"));

    @Test
    void believesOnlyProxiesThatAreTrusted() {
        assertThat(clients.of(request("203.0.113.5", null, "198.51.100.1")).address())
                .isEqualTo("203.0.113.5");
        assertThat(clients.of(request("10.1.2.3", null, "198.51.100.1")).address())
                .isEqualTo("198.51.100.1");
        assertThat(clients.of(request("10.1.2.3", null)).address()).isEqualTo("10.1.2.3");
    }

    @Test
    void believesNothingThatStoodThereBeforeTheProxy() {
        assertThat(clients.of(request("10.1.2.3", null, "1.2.3.4, 203.0.113.5")).address())
                .isEqualTo("203.0.113.5");
        assertThat(clients.of(request("10.1.2.3", null, "1.2.3.4", "203.0.113.5, 10.9.9.9"))
                        .address())
                .isEqualTo("203.0.113.5");
        assertThat(clients.of(request("10.1.2.3", null, "example.org")).address())
                .isEqualTo("10.1.2.3");
    }

    @Test
    void takesAnIpv6NetworkForOneClient() {
        String one = clients.of(request("[2001:db8:1:2::1]", null)).address();

        assertThat(clients.of(request("2001:db8:1:2:ffff::1", null)).address()).isEqualTo(one);
        assertThat(clients.of(request("2001:db8:1:3::1", null)).address()).isNotEqualTo(one);
    }

    @Test
    void knowsTheProgramsOfTheInstallation() {
        assertThat(clients.of(request("127.0.0.1", "program")).isOwn()).isTrue();
        assertThat(clients.of(request("127.0.0.1", null)).isOwn()).isFalse();
        assertThat(clients.of(request("203.0.113.5", "program"))).isEqualTo(new Client("203.0.113.5", true, false));
    }

    private static HttpServletRequest request(String address, String client, String... forwardedFor) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                ClientsTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getRemoteAddr" -> address;
                    case "getHeader" -> client;
                    case "getHeaders" -> Collections.enumeration(List.of(forwardedFor));
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
