package dungeon.platform.streams.admission;

import dungeon.platform.token.Revocations;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/** What the ingest has revoked, as {@link RemoteKeys} reads and keeps it. What was revoked once stays so, whoever forgets it. */
final class RemoteRevocations {
    /** Of as many as there can be, with the longest ids. */
    private static final int DOCUMENT_BYTES_MAXIMUM = 16 * 1024 * 1024;

    private static final int NOT_FOUND = 404;

    private final RemoteText remote;
    private final KeptText kept;
    private final Clock clock;
    private final Revocations revocations = new Revocations();
    private volatile boolean isKnown;

    RemoteRevocations(HttpClient http, URI url, Path file, Clock clock) {
        this.remote = new RemoteText(http, url, DOCUMENT_BYTES_MAXIMUM);
        this.kept = new KeptText(file);
        this.clock = clock;
        kept.read().ifPresent(text -> {
            try {
                revocations.merge(Revocations.parse(text));
                isKnown = true;
            } catch (IOException e) {
                kept.complain(e);
            }
        });
    }

    Revocations current() {
        return revocations;
    }

    /** Whether they were read, now or by an earlier start. */
    boolean areKnown() {
        return isKnown;
    }

    /** Reads them anew. */
    synchronized void refresh(long waitMs) throws IOException {
        Optional<HttpResponse<String>> answer = remote.read(waitMs);
        long before = revocations.changes();
        if (answer.isPresent()) {
            take(answer.get());
        }
        revocations.expire(clock.instant());
        boolean isFirst = !isKnown;
        isKnown = true;
        if (isFirst || revocations.changes() != before) {
            kept.write(revocations.toJson());
        }
    }

    private void take(HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() == NOT_FOUND) {
            // An ingest of an earlier build, which revokes nothing.
            return;
        }
        if (answer.statusCode() != RemoteText.OK) {
            throw new IOException("status " + answer.statusCode());
        }
        revocations.merge(Revocations.parse(answer.body()));
        remote.took(answer);
    }
}
