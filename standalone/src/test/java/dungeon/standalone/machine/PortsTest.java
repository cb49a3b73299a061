package dungeon.standalone.machine;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortsTest {
    @Test
    void acceptsFreePorts() {
        List<Integer> free = FreePorts.several(4);
        assertThatCode(() -> new Ports(free.get(0), free.get(1), free.get(2), free.get(3)).requireFree(0, 0))
                .doesNotThrowAnyException();
    }

    @Test
    void namesTheTakenPortAndTheOptionThatChangesIt() throws Exception {
        List<Integer> free = FreePorts.several(3);
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() ->
                            new Ports(free.get(0), taken.getLocalPort(), free.get(1), free.get(2)).requireFree(0, 0))
                    .isInstanceOf(CannotStartException.class)
                    .hasMessageStartingWith(
                            "Port %d of the schema registry cannot be used".formatted(taken.getLocalPort()))
                    .hasMessageEndingWith("or choose another port with --registry-port");
        }
    }

    @Test
    void refusesTheSamePortTwice() {
        List<Integer> free = FreePorts.several(3);
        assertThatThrownBy(() -> new Ports(free.get(0), free.get(1), free.get(2), free.get(0)).requireFree(0, 0))
                .isInstanceOf(CannotStartException.class)
                .hasMessage("--broker-port and --queries-port are both %d; give them different ports"
                        .formatted(free.get(0)));
    }

    @Test
    void refusesThePortOfAnotherPartForTheAnalytics() {
        List<Integer> free = FreePorts.several(4);
        assertThatThrownBy(
                        () -> new Ports(free.get(0), free.get(1), free.get(2), free.get(3)).requireFree(free.get(1), 0))
                .isInstanceOf(CannotStartException.class)
                .hasMessage("--registry-port and --with-analytics are both %d; give them different ports"
                        .formatted(free.get(1)));
    }
}
