package dungeon.standalone.secure.plugin;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.AppConfigurationEntry;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.security.auth.AuthenticateCallbackHandler;
import org.apache.kafka.common.security.oauthbearer.OAuthBearerValidatorCallback;
import org.apache.kafka.common.security.oauthbearer.OAuthBearerValidatorCallbackHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Kafka's own validator of tokens, once it can have the key set. By itself it keeps a broker from starting as long as nobody answers
 * there, and command-ingest, which has the keys, wants a broker first. Until then tokens are refused as temporarily unavailable.
 */
public final class PatientTokenValidator implements AuthenticateCallbackHandler {
    private static final Logger LOG = LoggerFactory.getLogger(PatientTokenValidator.class);
    private static final long RETRY_MS = 200;
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
                    kafkas.configure(configs, mechanism, jaasConfigEntries);
                    ready = true;
                    return;
                } catch (KafkaException e) {
                    // A wrong setting and somebody who does not answer yet look alike from here.
                    if (!before.equals(e.getMessage())) {
                        before = e.getMessage();
                        LOG.info("No player can log in yet: {}", before);
                    }
                }
            } while (!closing.await(RETRY_MS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
