package dungeon.ingest.identity;

import dungeon.ingest.problems.Problem;
import dungeon.platform.token.TokenClaims;
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
     * The token in a folder's file. A new one is written if there is none, or it is no longer valid.
     *
     * @throws UncheckedIOException if the file cannot be read or written
     */
    public static Administrator in(Path folder, Tokens tokens, Duration lifetime) {
        Path file = folder.resolve(FILE);
        try {
            if (Files.exists(file) && isAdministrators(Files.readString(file).strip(), tokens)) {
                return new Administrator(
                        TokenClaims.SCHEME + Files.readString(file).strip());
            }
            Token token = tokens.forAdministrator(lifetime);
            OwnerOnlyFile.write(file, token.jwt() + "\n");
            return new Administrator(token.authorization());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read or write the administrator's token " + file + ": " + e, e);
        }
    }

    private static boolean isAdministrators(String jwt, Tokens tokens) {
        try {
            return tokens.verify(jwt) instanceof Administrator;
        } catch (Problem e) {
            return false;
        }
    }
}
