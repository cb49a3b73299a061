package dungeon.ingest.login;

import dungeon.ingest.config.LoginConfig;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where one can sign in. */
@RestController
final class ProviderRoutes {
    /** Accounts elsewhere with which one can sign in here. */
    record Providers(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            List<Provider> providers) {}

    /**
     * One of them.
     *
     * @param path under this application's address, to which a browser is sent
     */
    record Provider(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            String name,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            String path) {}

    private final LoginConfig config;

    ProviderRoutes(LoginConfig config) {
        this.config = config;
    }

    @Operation(
            summary = "The accounts elsewhere with which one can sign in",
            description =
                    "A browser that is sent to the path of one comes back to the page signed in. With ?intent=unlink, the link ends instead.",
            tags = "Sessions")
    @GetMapping("/auth/providers")
    Providers providers() {
        return new Providers(
                config.hasGitHub() ? List.of(new Provider("github", "/oauth2/authorization/github")) : List.of());
    }
}
