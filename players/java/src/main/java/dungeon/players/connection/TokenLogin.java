package dungeon.players.connection;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.security.auth.login.AppConfigurationEntry;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.common.security.oauthbearer.JwtRetriever;
import org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginCallbackHandler;
import org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule;

/** Logs in to brokers that want a token, with the one that a player has anyhow. */
public final class TokenLogin implements JwtRetriever {
    private static final String TOKEN = "token";

    private String token;

    /**
     * The settings with which a Kafka client is a player.
     *
     * @param platform those of every client; left as they are if its brokers let in everybody
     */
    public static Map<String, Object> as(Credentials credentials, Map<String, Object> platform) {
        Object protocol = platform.get(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG);
        if (protocol == null || !protocol.toString().startsWith("SASL_")) {
            return platform;
        }
        Map<String, Object> settings = new HashMap<>(platform);
        settings.put(
                SaslConfigs.SASL_JAAS_CONFIG,
                new Password("%s required %s=\"%s\";"
                        .formatted(OAuthBearerLoginModule.class.getName(), TOKEN, credentials.token())));
        settings.put(SaslConfigs.SASL_LOGIN_CALLBACK_HANDLER_CLASS, OAuthBearerLoginCallbackHandler.class.getName());
        settings.put(SaslConfigs.SASL_OAUTHBEARER_JWT_RETRIEVER_CLASS, TokenLogin.class.getName());
        return settings;
    }

    @Override
    public void configure(Map<String, ?> configs, String mechanism, List<AppConfigurationEntry> jaasConfigEntries) {
        token = (String) jaasConfigEntries.get(0).getOptions().get(TOKEN);
    }

    @Override
    public String retrieve() {
        return token;
    }
}
