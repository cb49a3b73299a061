package dungeon.standalone.secure.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLConnection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.AppConfigurationEntry;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.network.ListenerName;
import org.apache.kafka.common.security.auth.AuthenticateCallbackHandler;
import org.apache.kafka.common.security.oauthbearer.OAuthBearerValidatorCallback;
import org.apache.kafka.common.security.oauthbearer.OAuthBearerValidatorCallbackHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Kafka's own validator of tokens, once it can have the key set. By itself it keeps a broker from starting as long as nobody answers
 * there, and command-ingest, which has the keys, wants a broker first. Until then tokens are refused as temporarily unavailable.
 *
 * <p>Kafka's validator waits for up to 80 s for somebody who takes connections and does not answer, and all validators of a process wait
 * for that one. So it is told to ask only after an answer.
 */
public final class PatientTokenValidator implements AuthenticateCallbackHandler {
    private static final Logger LOG = LoggerFactory.getLogger(PatientTokenValidator.class);
    private static final long RETRY_MS = 200;
    /** A key set is some hundred bytes in the memory of a service nearby; who waits longer is asked anew. */
    private static final int ANSWER_MAXIMUM_MS = 2_000;
    /** Of the standard's error codes for OAuth 2.0 (RFC 6749, 4.1.2.1). */
    private static final String UNAVAILABLE = "temporarily_unavailable";

    private final OAuthBearerValidatorCallbackHandler kafkas = new OAuthBearerValidatorCallbackHandler();
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile boolean ready;

    @Override
    public void configure(Map<String, ?> configs, String mechanism, List<AppConfigurationEntry> jaasConfigEntries) {
        Thread thread = new Thread(() -> configureWhenPossible(configs, mechanism, jaasConfigEntries), "token-keys");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void handle(Callback[] callbacks) throws IOException, UnsupportedCallbackException {
        if (ready) {
            kafkas.handle(callbacks);
            return;
        }
        for (Callback callback : callbacks) {
            if (!(callback instanceof OAuthBearerValidatorCallback validation)) {
                throw new UnsupportedCallbackException(callback);
            }
            validation.error(UNAVAILABLE, null, null);
        }
    }

    @Override
    public void close() {
        closing.countDown();
        if (ready) {
            kafkas.close();
        }
    }

    private void configureWhenPossible(
            Map<String, ?> configs, String mechanism, List<AppConfigurationEntry> jaasConfigEntries) {
        String before = "";
        try {
            do {
                try {
                    awaitAnswer(keySetUrl(configs, mechanism));
                    kafkas.configure(configs, mechanism, jaasConfigEntries);
                    ready = true;
                    return;
                } catch (KafkaException | IOException | IllegalArgumentException e) {
                    // A wrong setting and somebody who does not answer yet look alike from here.
                    if (!before.equals(e.toString())) {
                        before = e.toString();
                        LOG.info("No player can log in yet: {}", before);
                    }
                }
            } while (!closing.await(RETRY_MS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** As Kafka looks for it: what is said for the mechanism goes before. */
    private static String keySetUrl(Map<String, ?> configs, String mechanism) {
        String name = SaslConfigs.SASL_OAUTHBEARER_JWKS_ENDPOINT_URL;
        Object forMechanism = configs.get(ListenerName.saslMechanismPrefix(mechanism) + name);
        Object url = forMechanism == null ? configs.get(name) : forMechanism;
        if (url == null) {
            throw new IllegalArgumentException("%s has to say where the keys of tokens are".formatted(name));
        }
        return url.toString();
    }

    /** What the answer says, Kafka's validator looks at. */
    private static void awaitAnswer(String keySetUrl) throws IOException {
        if (!keySetUrl.startsWith("http:")) {
            // A file answers at once, and whom to believe over TLS only Kafka's validator is told.
            return;
        }
        URLConnection connection = URI.create(keySetUrl).toURL().openConnection();
        connection.setConnectTimeout(ANSWER_MAXIMUM_MS);
        connection.setReadTimeout(ANSWER_MAXIMUM_MS);
        connection.setUseCaches(false);
        try (InputStream answer = connection.getInputStream()) {
            answer.readNBytes(1);
        }
    }
}
