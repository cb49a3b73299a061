package dungeon.benchmarks.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class AnswerReaderTest {
    private final AnswerReader reader = new AnswerReader();

    @Test
    void readsABodyWithALengthHoweverItIsCut() throws IOException {
        String answer = "HTTP/1.1 200 OK\r\nX: y\r\nContent-Length: 5\r\n\r\nhello";
        for (int cut = 1; cut < answer.length(); cut++) {
            reader.begin();
            assertThat(reader.read(bytes(answer.substring(0, cut)))).isFalse();
            assertThat(reader.read(bytes(answer.substring(cut)))).isTrue();
            assertThat(reader.status()).isEqualTo(200);
            assertThat(reader.bodyBytes()).isEqualTo(5);
            assertThat(reader.closes()).isFalse();
        }
    }

    @Test
    void readsChunksHoweverTheyAreCut() throws IOException {
        String answer =
                "HTTP/1.1 202 Accepted\r\ntransfer-encoding: chunked\r\n\r\n5;a=b\r\nhello\r\nA\r\n0123456789\r\n0\r\nT: x\r\n\r\n";
        for (int cut = 1; cut < answer.length(); cut++) {
            reader.begin();
            assertThat(reader.read(bytes(answer.substring(0, cut)))).isFalse();
            assertThat(reader.read(bytes(answer.substring(cut)))).isTrue();
            assertThat(reader.status()).isEqualTo(202);
            assertThat(reader.bodyBytes()).isEqualTo(15);
        }
    }

    @Test
    void leavesWhatComesAfterTheAnswer() throws IOException {
        reader.begin();
        ByteBuffer in =
                bytes("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 2\r\nConnection: close\r\n\r\nnoHTTP");
        assertThat(reader.read(in)).isTrue();
        assertThat(reader.status()).isEqualTo(503);
        assertThat(reader.closes()).isTrue();
        assertThat(in.remaining()).isEqualTo(4);
    }

    @Test
    void isDoneAfterTheHeadWhereThereIsNoBody() throws IOException {
        reader.begin();
        assertThat(reader.read(bytes("HTTP/1.1 204 No Content\r\n\r\n"))).isTrue();
        reader.begin();
        assertThat(reader.read(bytes("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")))
                .isTrue();
    }

    @Test
    void refusesWhatIsNoHttp() {
        reader.begin();
        assertThatThrownBy(() -> reader.read(bytes("SSH-2.0-x\r\n"))).hasMessage("This is no HTTP/1.1: SSH-2.0-x");
        reader.begin();
        assertThatThrownBy(() -> reader.read(bytes("HTTP/1.1 200 OK\r\n\r\n")))
                .hasMessage("An answer with status 200 has neither a length nor chunks");
        reader.begin();
        assertThatThrownBy(() -> reader.read(bytes("HTTP/1.1 200 OK\r\nContent-Length: five\r\n\r\n")))
                .hasMessage("An answer has a length that is no number: five");
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
