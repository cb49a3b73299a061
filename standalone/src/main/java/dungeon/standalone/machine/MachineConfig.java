package dungeon.standalone.machine;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the system of one machine keeps its data and listens.
 *
 * @param dataFolder everything that is kept
 * @param ports on 127.0.0.1
 * @param historyUrl where the history's service will be; empty if there is none
 * @param publishesState whether the state of games is published on topics of its own
 * @param analyticsPort where figures of windows are answered; 0 if none are counted
 * @param servicesPort where services come to the broker, if players need a token to do so; 0 if everybody is let in
 * @param observed whether it is watched by Prometheus and a viewer of traces
 * @param playsPractice whether its bots play practice games
 */
public record MachineConfig(
        Path dataFolder,
        Ports ports,
        String historyUrl,
        boolean publishesState,
        int analyticsPort,
        int servicesPort,
        boolean observed,
        boolean playsPractice) {

    /** A machine without a history, state topics and analytics, whose broker lets in everybody. */
    public MachineConfig(Path dataFolder, Ports ports) {
        this(dataFolder, ports, "", false, 0, 0, false, true);
    }

    /** The same with a history, which somebody else starts. */
    public MachineConfig withHistoryAt(String url) {
        return new MachineConfig(
                dataFolder, ports, url, publishesState, analyticsPort, servicesPort, observed, playsPractice);
    }

    /** The same, which publishes the state of games or not. */
    public MachineConfig publishingState(boolean whether) {
        return new MachineConfig(
                dataFolder, ports, historyUrl, whether, analyticsPort, servicesPort, observed, playsPractice);
    }

    /** The same, which counts in windows and answers on a port; 0 for not. */
    public MachineConfig withAnalyticsAt(int port) {
        return new MachineConfig(
                dataFolder, ports, historyUrl, publishesState, port, servicesPort, observed, playsPractice);
    }

    /** The same, whose broker lets players in with a token only, and services on a port of their own; 0 for everybody. */
    public MachineConfig securedAt(int port) {
        return new MachineConfig(
                dataFolder, ports, historyUrl, publishesState, analyticsPort, port, observed, playsPractice);
    }

    /** The same, which is watched or not. */
    public MachineConfig observed(boolean whether) {
        return new MachineConfig(
                dataFolder, ports, historyUrl, publishesState, analyticsPort, servicesPort, whether, playsPractice);
    }

    /** The same, whose practice games are left to others, such as a service of bots. */
    public MachineConfig withoutPracticeBots() {
        return new MachineConfig(
                dataFolder, ports, historyUrl, publishesState, analyticsPort, servicesPort, observed, false);
    }

    /** Whether strangers have to show who they are. */
    public boolean isSecure() {
        return servicesPort != 0;
    }

    /** The base address of the analytics; empty if there are none. */
    public String analyticsUrl() {
        return analyticsPort == 0 ? "" : "http://127.0.0.1:" + analyticsPort;
    }

    /** The base address of command-ingest. */
    public String ingestUrl() {
        return "http://127.0.0.1:" + ports.ingest();
    }

    /** The base address of interactive-queries. */
    public String queriesUrl() {
        return "http://127.0.0.1:" + ports.queries();
    }

    /**
     * The base addresses of what has metrics here, by the names that the services give themselves.
     *
     * @param topologyUrls of one application, or two; the second one's name ends with a number
     */
    Map<String, URI> services(List<String> topologyUrls) {
        Map<String, String> urls = new LinkedHashMap<>();
        for (int i = 0; i < topologyUrls.size(); i++) {
            urls.put("dungeon-topology" + (i == 0 ? "" : "-" + (i + 1)), topologyUrls.get(i));
        }
        urls.put("dungeon-ingest", ingestUrl());
        urls.put("dungeon-queries", queriesUrl());
        urls.put("dungeon-history", historyUrl);
        urls.put("dungeon-analytics", analyticsUrl());
        urls.values().removeIf(String::isEmpty);
        Map<String, URI> services = new LinkedHashMap<>();
        urls.forEach((name, url) -> services.put(name, URI.create(url)));
        return services;
    }

    /** What players' Kafka clients set as {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return "127.0.0.1:" + ports.broker();
    }

    /** What serdes set as {@code schema.registry.url}. */
    public String registryUrl() {
        return "http://127.0.0.1:%d/apis/ccompat/v7".formatted(ports.registry());
    }
}
