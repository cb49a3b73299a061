package dungeon.standalone.secure.plugin;

import java.util.Map;
import org.apache.kafka.common.Configurable;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.internals.BrokerSecurityConfigs;
import org.apache.kafka.common.security.auth.AuthenticationContext;
import org.apache.kafka.common.security.auth.KafkaPrincipal;
import org.apache.kafka.common.security.auth.KafkaPrincipalBuilder;
import org.apache.kafka.common.security.auth.KafkaPrincipalSerde;
import org.apache.kafka.common.security.auth.SaslAuthenticationContext;
import org.apache.kafka.common.security.authenticator.DefaultKafkaPrincipalBuilder;
import org.apache.kafka.common.security.ssl.SslPrincipalMapper;

/**
 * Who has come with a token is a player, whatever the token calls him, and who has come with a certificate is a service: of another
 * type, so that no token makes anybody a service, also where a broker passes a request on to the controller. What a service is called is
 * Kafka's own setting {@code ssl.principal.mapping.rules}: without it {@code CN=topology}, as Strimzi writes it in its rights.
 */
public final class PrincipalsByListener implements KafkaPrincipalBuilder, KafkaPrincipalSerde, Configurable {
    /** The type of principals who have come with a token; their name is the token's subject, a playerId. */
    public static final String PLAYER = "Player";

    private volatile DefaultKafkaPrincipalBuilder kafkas =
            kafkas(BrokerSecurityConfigs.DEFAULT_SSL_PRINCIPAL_MAPPING_RULES);

    @Override
    public void configure(Map<String, ?> configs) {
        Object rules = configs.get(BrokerSecurityConfigs.SSL_PRINCIPAL_MAPPING_RULES_CONFIG);
        if (rules != null) {
            kafkas = kafkas(rules.toString());
        }
    }

    private static DefaultKafkaPrincipalBuilder kafkas(String rules) {
        return new DefaultKafkaPrincipalBuilder(null, SslPrincipalMapper.fromRules(rules));
    }

    @Override
    public KafkaPrincipal build(AuthenticationContext context) {
        KafkaPrincipal principal = kafkas.build(context);
        return context instanceof SaslAuthenticationContext
                ? new KafkaPrincipal(PLAYER, principal.getName())
                : principal;
    }

    @Override
    public byte[] serialize(KafkaPrincipal principal) {
        return kafkas.serialize(principal);
    }

    /** @throws KafkaException if the bytes are no principal */
    @Override
    public KafkaPrincipal deserialize(byte[] bytes) {
        return kafkas.deserialize(bytes);
    }
}
