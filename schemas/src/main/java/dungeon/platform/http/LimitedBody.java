package dungeon.platform.http;

import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** Reads an answer as text in UTF-8, and no more of it than a limit; a longer one ends with a {@link BodyTooLongException}. */
public final class LimitedBody implements BodySubscriber<String> {
    private final BodySubscriber<String> whole = BodySubscribers.ofString(StandardCharsets.UTF_8);
    private final int bytesMaximum;
    private Flow.Subscription subscription;
    private long bytes;
    private boolean isOver;

    private LimitedBody(int bytesMaximum) {
        this.bytesMaximum = bytesMaximum;
    }

    /** Handles the bodies of answers. */
    public static BodyHandler<String> ofString(int bytesMaximum) {
        return info -> new LimitedBody(bytesMaximum);
    }

    @Override
    public CompletionStage<String> getBody() {
        return whole.getBody();
    }

    @Override
    public void onSubscribe(Flow.Subscription to) {
        subscription = to;
        whole.onSubscribe(to);
    }

    @Override
    public void onNext(List<ByteBuffer> parts) {
        if (isOver) {
            return;
        }
        parts.forEach(part -> bytes += part.remaining());
        if (bytes > bytesMaximum) {
            isOver = true;
            subscription.cancel();
            whole.onError(new BodyTooLongException(bytesMaximum));
        } else {
            whole.onNext(parts);
        }
    }

    @Override
    public void onError(Throwable failure) {
        if (!isOver) {
            whole.onError(failure);
        }
    }

    @Override
    public void onComplete() {
        if (!isOver) {
            whole.onComplete();
        }
    }
}
