package dungeon.ingest.identity;

import dungeon.ingest.problems.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** The administrator's token: whoever can read its file is the administrator. */
public final class AdministratorToken {
    /** Its name in the data folder. */
    public static final String FILE = "administrator.token";

    private AdministratorToken() {}

    /**
     * The token in a folder's file. A new one is written if there is none, it is no longer valid, or another key signs now; where nothing can be
     * written, a token of a key before does as long as it holds.
     *
     * @throws UncheckedIOException if the file cannot be read, or one is needed and cannot be written
     */
    public static Administrator in(Path folder, Tokens tokens, Duration lifetime) {
        Path file = folder.resolve(FILE);
        try {
            if (Files.exists(file)) {
                String jwt = Files.readString(file).strip();
                boolean mustDo = !Files.isWritable(folder) || tokens.isOfSigningKey(jwt);
                if (mustDo && isAdministrators(jwt, tokens)) {
                    return (Administrator) tokens.verify(jwt);
                }
            }
            return write(file, tokens, lifetime);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read or write the administrator's token " + file + ": " + e, e);
        }
    }

    /** Writes a new token if there is one of a key that signs no more, since it would end with its key. */
    static void renew(Path folder, Tokens tokens, Duration lifetime) {
        Path file = folder.resolve(FILE);
        try {
            if (Files.exists(file)
                    && Files.isWritable(folder)
                    && !tokens.isOfSigningKey(Files.readString(file).strip())) {
                Administrator unused = write(file, tokens, lifetime);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot renew the administrator's token " + file, e);
        }
    }

    private static Administrator write(Path file, Tokens tokens, Duration lifetime) throws IOException {
        Token token = tokens.forAdministrator(lifetime);
        OwnerOnlyFile.write(file, token.jwt() + "\n");
        return new Administrator(token.claims(), token.authorization());
    }

    private static boolean isAdministrators(String jwt, Tokens tokens) {
        try {
            return tokens.verify(jwt) instanceof Administrator;
        } catch (Problem e) {
            return false;
        }
    }
}
