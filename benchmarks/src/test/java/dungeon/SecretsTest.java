package dungeon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** No keys, tokens and passwords stand in the repository, in what is about to be added to it neither. */
class SecretsTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    /** What secrets look like. They are searched for in every file that is text. */
    private static final Map<String, Pattern> KINDS = Map.of(
            "private key (PEM)",
            Pattern.compile("-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----"),
            "private key (JWK)",
            Pattern.compile("\\\\?\"(?:d|k|dp)\\\\?\"\\s*:\\s*\\\\?\"[A-Za-z0-9_-]{40,}"),
            "signed token",
            Pattern.compile("eyJ[A-Za-z0-9_-]{10,}\\.eyJ[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{40,}"),
            "key of Amazon's cloud",
            Pattern.compile("\\b(?:AKIA|ASIA)[0-9A-Z]{16}\\b"),
            "token of GitHub",
            Pattern.compile("\\bgh[pousr]_[A-Za-z0-9]{36}|\\bgithub_pat_[A-Za-z0-9_]{60}"),
            "token of npm",
            Pattern.compile("\\bnpm_[A-Za-z0-9]{36}\\b"),
            "key of Google's cloud",
            Pattern.compile("\\bAIza[A-Za-z0-9_-]{35}"));

    /** In settings; a place to be filled in, such as ${env:NAME} or {{ .Values.name }}, is none. */
    private static final Pattern PASSWORD = Pattern.compile(
            "(?i)(?:password|passwd|client[-_.]?secret|api[-_.]?key)[\"']?\\s*[:=]\\s*[\"']?(?![\"'\\s]*$)(?!\\$|\\{\\{|<|@)[^\\s\"',]{3,}",
            Pattern.MULTILINE);

    private static final Pattern SETTINGS = Pattern.compile(".*\\.(?:properties|ya?ml|json|xml|conf|env|toml|ini)");

    /** Files in which something only looks like a secret: the path with the kind, and why it is none. */
    private static final Map<String, String> ALLOWED = Map.of();

    @Test
    void noneIsInTheRepository() throws IOException, InterruptedException {
        Map<String, String> found = new LinkedHashMap<>();
        for (Path file : files()) {
            String name = ROOT.relativize(file).toString();
            kindsIn(name, text(file)).forEach(kind -> found.put(name + ": " + kind, "not allowed"));
        }
        assertThat(found.keySet())
                .as(
                        "secrets; if one only looks like it, say so in ALLOWED, and otherwise take it back: who has the repository has it")
                .containsExactlyInAnyOrderElementsOf(ALLOWED.keySet());
    }

    /** Put together here, so that this file holds none. */
    @Test
    void eachKindIsKnownWhenItIsSeen() {
        String hex = "0123456789abcdef".repeat(4);
        Map<String, String> secrets = Map.of(
                "-----BEGIN " + "RSA PRIVATE KEY-----", "private key (PEM)",
                "-----BEGIN " + "PRIVATE KEY-----", "private key (PEM)",
                "{\"kty\":\"RSA\",\"d" + "\":\"" + hex + "\"}", "private key (JWK)",
                "Bearer eyJ" + "hbGciOiJSUzI1NiJ9.eyJ" + "zdWIiOiJhbm5hIn0." + hex, "signed token",
                "AKIA" + "ABCDEFGHIJKLMNOP", "key of Amazon's cloud",
                "ghp_" + hex.substring(0, 36), "token of GitHub",
                "npm_" + hex.substring(0, 36), "token of npm",
                "AIza" + hex.substring(0, 35), "key of Google's cloud");

        secrets.forEach(
                (text, kind) -> assertThat(kindsIn("any", text)).as(text).containsExactly(kind));
    }

    @Test
    void aPasswordInSettingsIsTakenForOneUnlessItIsAPlaceToBeFilledIn() {
        for (String text :
                List.of("ssl.key.password=swordfish", "  password: swordfish", "\"client_secret\": \"swordfish\"")) {
            assertThat(kindsIn("a.properties", text)).as(text).containsExactly("password");
            assertThat(kindsIn("A.java", text)).as(text).isEmpty();
        }
        for (String text : List.of(
                "password=", "password: ${env:PASSWORD}", "\"password\": \"\"", "password: {{ .Values.password }}")) {
            assertThat(kindsIn("a.yaml", text)).as(text).isEmpty();
        }
    }

    private static List<String> kindsIn(String name, String text) {
        List<String> kinds = new ArrayList<>();
        KINDS.forEach((kind, pattern) -> {
            if (pattern.matcher(text).find()) {
                kinds.add(kind);
            }
        });
        if (SETTINGS.matcher(name).matches() && PASSWORD.matcher(text).find()) {
            kinds.add("password");
        }
        return kinds;
    }

    /** All that Git has, and all that it would take. */
    private static List<Path> files() throws IOException, InterruptedException {
        Process git = new ProcessBuilder("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
                .directory(ROOT.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String names = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(git.waitFor()).as("git ls-files").isZero();
        List<Path> files = Arrays.stream(names.split("\0"))
                .map(ROOT::resolve)
                .filter(Files::isRegularFile)
                .toList();
        assertThat(files).as("files of the repository").hasSizeGreaterThan(500);
        return files;
    }

    /** Nothing, of a file that is no text. */
    private static String text(Path file) {
        try {
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            return text.indexOf('\0') < 0 ? text : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
