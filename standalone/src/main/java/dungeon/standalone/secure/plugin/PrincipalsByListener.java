package dungeon.standalone.secure.plugin;

import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.security.auth.AuthenticationContext;
import org.apache.kafka.common.security.auth.KafkaPrincipal;
import org.apache.kafka.common.security.auth.KafkaPrincipalBuilder;
import org.apache.kafka.common.security.auth.KafkaPrincipalSerde;
import org.apache.kafka.common.security.auth.SaslAuthenticationContext;
import org.apache.kafka.common.security.authenticator.DefaultKafkaPrincipalBuilder;
import org.apache.kafka.common.security.ssl.SslPrincipalMapper;

/**
 * Who has come with a token is a player, whatever the token calls him, and who has come with a certificate is a service: of another
 * type, so that no token makes anybody a service, also where a broker passes a request on to the controller.
 */
public final class PrincipalsByListener implements KafkaPrincipalBuilder, KafkaPrincipalSerde {
    /** The type of principals who have come with a token; their name is the token's subject, a playerId. */
    public static final String PLAYER = "Player";

    /** Certificates name nothing but the service. */
    private static final String NAME_OF_CERTIFICATE = "RULE:^CN=([a-z-]+)$/$1/,DEFAULT";

    private final DefaultKafkaPrincipalBuilder kafkas =
            new DefaultKafkaPrincipalBuilder(null, SslPrincipalMapper.fromRules(NAME_OF_CERTIFICATE));

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
