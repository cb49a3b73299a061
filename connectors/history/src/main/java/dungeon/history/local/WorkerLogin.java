package dungeon.history.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Who may ask a worker: only the process that started it. */
record WorkerLogin(String user, String password) {
    static final String MODULE_FILE = "login-module.conf";
    private static final int PASSWORD_BYTES = 16;

    static WorkerLogin atRandom() {
        byte[] password = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(password);
        return new WorkerLogin("history", HexFormat.of().formatHex(password));
    }

    /** The value of the header. */
    String authorization() {
        String login = user + ":" + password;
        return "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes what the worker checks it with into its folder, which only its owner can look into. */
    void write(Path folder) throws IOException {
        Path users = folder.resolve("users.properties");
        Files.writeString(users, "%s=%s\n".formatted(user, password));
        Files.writeString(folder.resolve(MODULE_FILE), """
                KafkaConnect {
                  org.apache.kafka.connect.rest.basic.auth.extension.PropertyFileLoginModule required file="%s";
                };
                """.formatted(users));
    }

    @Override
    public String toString() {
        return user;
    }
}
