package dungeon.standalone.cli;

import dungeon.standalone.machine.MachineConfig;
import dungeon.standalone.machine.Ports;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The options of every command that starts the system. */
public final class MachineOptions {
    public static final String SECURE = "--secure";

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description = "where all data is kept (default: ${DEFAULT-VALUE})",
            defaultValue = "${sys:dungeon.data:-.dungeon}")
    private Path dataFolder;

    @Option(names = "--broker-port", paramLabel = "PORT", description = "Kafka broker (default: ${DEFAULT-VALUE})")
    private int brokerPort = Ports.STANDARD.broker();

    @Option(names = "--registry-port", paramLabel = "PORT", description = "schema registry (default: ${DEFAULT-VALUE})")
    private int registryPort = Ports.STANDARD.registry();

    @Option(
            names = "--ingest-port",
            paramLabel = "PORT",
            description = "commands in over HTTP (default: ${DEFAULT-VALUE})")
    private int ingestPort = Ports.STANDARD.ingest();

    @Option(
            names = "--queries-port",
            paramLabel = "PORT",
            description = "queries over HTTP (default: ${DEFAULT-VALUE})")
    private int queriesPort = Ports.STANDARD.queries();

    @Option(
            names = SECURE,
            paramLabel = "PORT",
            arity = "0..1",
            fallbackValue = "9093",
            converter = PortConverter.class,
            description =
                    "let players come to the broker with their tokens only, over TLS, and services on this port with certificates (default: ${FALLBACK-VALUE})")
    private Integer servicesPort;

    @Option(
            names = "--observe",
            description =
                    "watch it: Prometheus with the project's alerts, if it is installed, and a viewer of traces; says where to look")
    private boolean observed;

    public MachineConfig machineConfig() {
        return new MachineConfig(dataFolder, new Ports(brokerPort, registryPort, ingestPort, queriesPort))
                .securedAt(servicesPort == null ? 0 : servicesPort)
                .observed(observed);
    }
}
