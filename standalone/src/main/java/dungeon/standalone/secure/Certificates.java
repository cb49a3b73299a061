package dungeon.standalone.secure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The certificates of an installation: one for each service, and that of the authority that signed them. They are files in the form PEM,
 * which Kafka reads without a password that would have to be kept beside it, and in which a cluster's issuers hand out theirs. The
 * authority's own key is thrown away as soon as it has signed, so that nobody can make himself a service later.
 */
public final class Certificates {
    /** A machine has no issuer that would hand out new ones in time; they are made anew at a start in their last year. */
    static final Duration VALIDITY = Duration.ofDays(3650);

    private static final Duration RENEWED_BEFORE = Duration.ofDays(365);
    private static final String AUTHORITY_FILE = "ca.pem";

    private final Path folder;

    private Certificates(Path folder) {
        this.folder = folder;
    }

    /**
     * Those in a folder; all are made anew if one is missing or holds for less than a year.
     *
     * @param folder for nothing else; only its owner can look into it
     * @throws IllegalStateException if they cannot be made or read; the message says why
     */
    public static Certificates in(Path folder) {
        return in(folder, Clock.systemUTC());
    }

    static Certificates in(Path folder, Clock clock) {
        Certificates certificates = new Certificates(folder);
        try {
            if (!certificates.hold(clock)) {
                certificates.make();
            }
        } catch (IOException e) {
            throw new IllegalStateException("Cannot make the certificates in %s: %s".formatted(folder, e), e);
        }
        return certificates;
    }

    /** Those that another process has made; nothing is made. */
    public static Certificates existing(Path folder) {
        return new Certificates(folder);
    }

    /** What clients have to trust; no secret. */
    public Path authority() {
        return folder.resolve(AUTHORITY_FILE);
    }

    /** A service's key and certificate. */
    public Path keyOf(Service service) {
        return folder.resolve(service.principal() + ".pem");
    }

    /** The settings with which a Kafka client is a service. */
    public Map<String, String> clientSettings(Service service) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("security.protocol", "SSL");
        settings.putAll(keys(service));
        return settings;
    }

    /** The settings with which a Kafka client can be a player, but for his token. */
    public Map<String, String> playerSettings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("security.protocol", "SASL_SSL");
        settings.put("sasl.mechanism", "OAUTHBEARER");
        // Of the registry, which lets players look schemas up, but not write any.
        settings.put("auto.register.schemas", "false");
        settings.putAll(trust());
        return settings;
    }

    /** The settings with which either side of a connection shows who it is, and believes the other one. */
    Map<String, String> keys(Service service) {
        Map<String, String> settings = new LinkedHashMap<>(trust());
        settings.put("ssl.keystore.type", "PEM");
        settings.put("ssl.keystore.location", keyOf(service).toAbsolutePath().toString());
        return settings;
    }

    private Map<String, String> trust() {
        return Map.of(
                "ssl.truststore.type",
                "PEM",
                "ssl.truststore.location",
                authority().toAbsolutePath().toString());
    }

    private boolean hold(Clock clock) throws IOException {
        if (!isLasting(authority(), clock)) {
            return false;
        }
        for (Service service : Service.values()) {
            if (!isLasting(keyOf(service), clock)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLasting(Path file, Clock clock) throws IOException {
        if (!Files.exists(file)) {
            return false;
        }
        try {
            Collection<X509Certificate> found = new PemFile(file).certificates(CertificateFactory.getInstance("X.509"));
            return !found.isEmpty()
                    && found.stream()
                            .allMatch(one -> one.getNotAfter()
                                    .toInstant()
                                    .isAfter(clock.instant().plus(RENEWED_BEFORE)));
        } catch (CertificateException e) {
            // What was damaged is made anew, like what is missing.
            return false;
        }
    }

    /** All at once, and the folder appears when they are complete. */
    private void make() throws IOException {
        Path fresh = folder.resolveSibling(folder.getFileName() + ".new");
        OwnerOnly.remove(fresh);
        OwnerOnly.createFolder(fresh);
        new Keytool(fresh.resolve("keytool"), VALIDITY)
                .issue(
                        List.of(Service.values()),
                        (name, lines) -> OwnerOnly.write(fresh.resolve(name + ".pem"), lines));
        OwnerOnly.remove(folder);
        Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
    }
}
