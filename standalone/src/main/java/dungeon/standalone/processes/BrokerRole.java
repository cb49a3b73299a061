package dungeon.standalone.processes;

import dungeon.standalone.broker.BrokerConfig;
import dungeon.standalone.broker.EmbeddedBroker;
import dungeon.standalone.secure.Certificates;
import dungeon.standalone.secure.SecureListeners;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/**
 * A Kafka broker. Its settings are {@code folder}, {@code port}, {@code node}, {@code cluster}, for each node
 * {@code controller.port.<node>}, for one that is reached by a detour {@code detour.port} and {@code detour.advertised}, and for one that
 * strangers come to {@code secure.folder} with the certificates, {@code services.port} and {@code key.set.url}.
 */
public final class BrokerRole implements Role {
    @Override
    public AutoCloseable start(Map<String, String> settings, CompletableFuture<Throwable> failure)
            throws InterruptedException {
        return EmbeddedBroker.start(config(settings));
    }

    private static BrokerConfig config(Map<String, String> settings) {
        TreeMap<Integer, Integer> voters = new TreeMap<>();
        for (int node = 1; settings.containsKey("controller.port." + node); node++) {
            voters.put(node, Integer.valueOf(settings.get("controller.port." + node)));
        }
        Optional<BrokerConfig.Detour> detour = Optional.ofNullable(settings.get("detour.port"))
                .map(port -> new BrokerConfig.Detour(
                        Integer.parseInt(port), Integer.parseInt(settings.get("detour.advertised"))));
        BrokerConfig open = new BrokerConfig(
                Path.of(settings.get("folder")),
                Integer.parseInt(settings.get("port")),
                Integer.parseInt(settings.get("node")),
                voters,
                settings.get("cluster"),
                detour);
        return settings.containsKey("secure.folder") ? open.securedBy(listeners(settings)) : open;
    }

    private static SecureListeners listeners(Map<String, String> settings) {
        return new SecureListeners(
                Integer.parseInt(settings.get("services.port")),
                Certificates.existing(Path.of(settings.get("secure.folder"))),
                settings.get("key.set.url"));
    }
}
