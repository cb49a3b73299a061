package dungeon.standalone.secure;

import dungeon.standalone.secure.plugin.PatientTokenValidator;
import dungeon.standalone.secure.plugin.PlayersAuthorizer;
import dungeon.standalone.secure.plugin.PrincipalsByListener;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a broker listens that lets in strangers: players with their tokens on one listener, services with their certificates on another, and
 * the controller's for brokers only.
 *
 * @param servicesPort where services and other brokers come in, on 127.0.0.1
 * @param certificates of the broker, and of the authority that it believes
 * @param keySetUrl where the public keys of the players' tokens are
 */
public record SecureListeners(int servicesPort, Certificates certificates, String keySetUrl) {
    public static final String PLAYERS = "PLAYERS";
    public static final String SERVICES = "SERVICES";

    /** Connections of all players; each takes some 50 kB for TLS, and a bot has three or four. */
    static final int CONNECTIONS_MAXIMUM = 2_000;

    /** New connections of players a second; a handshake of TLS takes a millisecond of a core. */
    static final int CONNECTIONS_PER_SECOND_MAXIMUM = 100;

    /** After so long a connection has to show a token that still holds. */
    static final Duration LOGIN_AGE_MAXIMUM = Duration.ofMinutes(10);

    /** How long a key that was withdrawn is believed. */
    private static final Duration KEY_SET_AGE = Duration.ofSeconds(3);

    private static final String TOKENS = "listener.name.players.oauthbearer.";

    /** Kafka reads key sets from addresses only that the operator of the process has allowed. */
    private static final String ALLOWED_URLS = "org.apache.kafka.sasl.oauthbearer.allowed.urls";

    /** What clients that are services set as {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return "127.0.0.1:" + servicesPort;
    }

    /** Lets this process read the key set; before a broker starts in it. */
    public void allowKeySet() {
        String before = System.getProperty(ALLOWED_URLS, "");
        System.setProperty(
                ALLOWED_URLS,
                Stream.concat(Stream.of(before.split(",")), Stream.of(keySetUrl))
                        .filter(url -> !url.isBlank())
                        .distinct()
                        .collect(Collectors.joining(",")));
    }

    /** The settings of a broker beside where it listens, in Kafka's own names. */
    public Map<String, String> kafkaSettings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("listener.security.protocol.map", "PLAYERS:SASL_SSL,SERVICES:SSL,CONTROLLER:SSL");
        settings.put("inter.broker.listener.name", SERVICES);
        settings.putAll(certificates.keys(Service.BROKER));
        settings.put("listener.name.services.ssl.client.auth", "required");
        // Certificates name nothing but the service.
        settings.put("ssl.principal.mapping.rules", "RULE:^CN=([a-z-]+)$/$1/,DEFAULT");
        // On one machine anybody could connect to 127.0.0.1, and a controller does what it is told.
        settings.put("listener.name.controller.ssl.client.auth", "required");
        settings.put("listener.name.players.ssl.client.auth", "none");
        settings.put("listener.name.players.max.connections", String.valueOf(CONNECTIONS_MAXIMUM));
        settings.put(
                "listener.name.players.max.connection.creation.rate", String.valueOf(CONNECTIONS_PER_SECOND_MAXIMUM));
        tokens(settings);
        settings.put("principal.builder.class", PrincipalsByListener.class.getName());
        settings.put("authorizer.class.name", PlayersAuthorizer.class.getName());
        settings.put("allow.everyone.if.no.acl.found", "false");
        settings.put(
                "super.users",
                Stream.of(Service.values())
                        .filter(Service::mayDoEverything)
                        .map(service -> "User:" + service.principal())
                        .collect(Collectors.joining(";")));
        return settings;
    }

    private void tokens(Map<String, String> settings) {
        settings.put("listener.name.players.sasl.enabled.mechanisms", "OAUTHBEARER");
        settings.put(
                TOKENS + "sasl.jaas.config",
                "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required;");
        settings.put(TOKENS + "sasl.server.callback.handler.class", PatientTokenValidator.class.getName());
        settings.put(TOKENS + "sasl.oauthbearer.jwks.endpoint.url", keySetUrl);
        settings.put(TOKENS + "sasl.oauthbearer.jwks.endpoint.refresh.ms", String.valueOf(KEY_SET_AGE.toMillis()));
        settings.put(TOKENS + "sasl.oauthbearer.expected.issuer", "dungeon");
        settings.put(TOKENS + "connections.max.reauth.ms", String.valueOf(LOGIN_AGE_MAXIMUM.toMillis()));
    }
}
