package dungeon.platform.operator;

import static org.apache.kafka.common.config.ConfigDef.Importance.HIGH;
import static org.apache.kafka.common.config.ConfigDef.Range.between;
import static org.apache.kafka.common.config.ConfigDef.Type.INT;
import static org.apache.kafka.common.config.ConfigDef.Type.STRING;

import org.apache.kafka.common.config.ConfigDef;

/** Where operators find a service that answers nobody else: the settings of its {@link OperatorServer}. */
public final class OperatorSettings {
    public static final String HOST = "http.host";
    public static final String PORT = "http.port";

    private static final int PORT_MAXIMUM = 65_535;

    private OperatorSettings() {}

    /**
     * Adds them to the settings of a service.
     *
     * @param port if no other is set; no two services have the same
     */
    public static ConfigDef define(ConfigDef definition, int port) {
        return definition
                .define(
                        HOST,
                        STRING,
                        "127.0.0.1",
                        HIGH,
                        "The address on which operators see health and metrics; 0.0.0.0 in a container.")
                .define(PORT, INT, port, between(0, PORT_MAXIMUM), HIGH, "Its port; 0 for any that is free.");
    }
}
