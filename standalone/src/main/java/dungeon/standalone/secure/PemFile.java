package dungeon.standalone.secure;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Keys and certificates as text (RFC 7468). */
record PemFile(Path path) {
    private static final int COLUMNS = 64;
    private static final Pattern CERTIFICATE =
            Pattern.compile("-----BEGIN CERTIFICATE-----.*?-----END CERTIFICATE-----", Pattern.DOTALL);

    /** A key that is not encrypted, in the form PKCS#8. */
    static String text(Key key) {
        return text("PRIVATE KEY", key.getEncoded());
    }

    static String text(Certificate certificate) throws CertificateEncodingException {
        return text("CERTIFICATE", certificate.getEncoded());
    }

    /** The certificates in the file. */
    List<X509Certificate> certificates(CertificateFactory factory) throws IOException, CertificateException {
        List<X509Certificate> certificates = new ArrayList<>();
        for (MatchResult found :
                CERTIFICATE.matcher(Files.readString(path)).results().toList()) {
            certificates.add((X509Certificate) factory.generateCertificate(
                    new ByteArrayInputStream(found.group().getBytes(StandardCharsets.US_ASCII))));
        }
        return certificates;
    }

    private static String text(String label, byte[] bytes) {
        byte[] lineEnd = "\n".getBytes(StandardCharsets.US_ASCII);
        return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
                .formatted(label, Base64.getMimeEncoder(COLUMNS, lineEnd).encodeToString(bytes));
    }
}
