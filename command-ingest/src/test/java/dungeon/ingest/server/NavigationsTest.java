package dungeon.ingest.server;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.ingest.fake.Answer;
import dungeon.ingest.fake.FakePlatform;
import dungeon.ingest.fake.SharedPlatform;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What browsers send by going somewhere. */
@ExtendWith(SharedPlatform.class)
class NavigationsTest {
    @Test
    void aFormOfAnotherSiteBeginsNoSession(FakePlatform platform) {
        Answer answer = send(platform, "POST", "/auth/guest/session", "navigate");

        assertThat(answer.problem()).isEqualTo("403 FORBIDDEN");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }

    @Test
    void whatScriptsSendIsJudgedByItsProof(FakePlatform platform) {
        assertThat(send(platform, "POST", "/auth/guest/session", "cors").problem())
                .isEqualTo("403 CSRF_TOKEN_MISSING");
    }

    @Test
    void whoGoesSomewhereReads(FakePlatform platform) {
        assertThat(send(platform, "GET", "/openapi.json", "navigate").status()).isEqualTo(200);
    }

    private static Answer send(FakePlatform platform, String method, String path, String mode) {
        return platform.send(platform.request(path)
                .method(method, BodyPublishers.noBody())
                .header("Sec-Fetch-Mode", mode)
                .build());
    }
}
