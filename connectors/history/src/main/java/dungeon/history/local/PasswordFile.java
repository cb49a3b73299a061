package dungeon.history.local;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The passwords of a local PostgreSQL, chosen at random when it starts first. */
final class PasswordFile {
    private static final int PASSWORD_BYTES = 16;

    private PasswordFile() {}

    /**
     * Those in a file, which is made if it is missing.
     *
     * @param file in a folder that only its owner can look into
     */
    static Roles read(Path file) throws IOException {
        Properties properties = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            }
        } else {
            SecureRandom random = new SecureRandom();
            for (String role : Roles.ALL) {
                byte[] password = new byte[PASSWORD_BYTES];
                random.nextBytes(password);
                properties.setProperty(role, HexFormat.of().formatHex(password));
            }
            // Half a file would lock everybody out.
            Path temporary = Files.createTempFile(file.getParent(), "passwords", null);
            try (Writer writer = Files.newBufferedWriter(temporary)) {
                properties.store(writer, "Roles of the local PostgreSQL");
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        }
        Map<String, String> passwords = new TreeMap<>();
        for (String role : Roles.ALL) {
            String password = properties.getProperty(role);
            if (password == null) {
                throw new IOException("%s has no password of %s; remove it together with the folder postgres beside it"
                        .formatted(file, role));
            }
            passwords.put(role, password);
        }
        return new Roles(passwords);
    }
}
