package dungeon.queries.http;

import dungeon.platform.http.SecurityHeaders;
import io.javalin.config.JavalinConfig;
import io.javalin.http.staticfiles.Location;
import java.util.Map;

/** The page for people, at the root: files of the bundle, which stand on the class path. */
final class Page {
    private static final String FOLDER = "/dungeon-web";

    /** Nothing from elsewhere, nothing inline, and nobody frames it; what it draws and exports it makes itself. */
    private static final String CONTENT_SECURITY_POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "font-src 'self'",
            "img-src 'self' data: blob:",
            "connect-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'none'");

    private static final Map<String, String> HEADERS = Map.of(
            SecurityHeaders.CONTENT_SECURITY_POLICY,
            CONTENT_SECURITY_POLICY,
            // No page that opened this one, or that this one opened, holds it by its window.
            "Cross-Origin-Opener-Policy",
            "same-origin",
            // Their names stay the same when they change, so browsers ask whether they have.
            "Cache-Control",
            "no-cache",
            "Vary",
            "Accept-Encoding");

    private Page() {}

    static void register(JavalinConfig javalin) {
        javalin.staticFiles.add(files -> {
            files.hostedPath = "/";
            files.directory = FOLDER;
            files.location = Location.CLASSPATH;
            files.headers = HEADERS;
            // Nobody has to guess the characters.
            files.mimeTypes.add("text/html;charset=utf-8", "html");
            files.mimeTypes.add("text/javascript;charset=utf-8", "js");
            files.mimeTypes.add("text/css;charset=utf-8", "css");
            files.mimeTypes.add("text/plain;charset=utf-8", "txt");
        });
    }
}
