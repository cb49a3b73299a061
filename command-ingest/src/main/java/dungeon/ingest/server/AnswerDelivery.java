package dungeon.ingest.server;

import dungeon.ingest.config.IngestLimits;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends each answer as fast as its reader takes it and without a thread, so that a reader who takes his time has none of them. */
final class AnswerDelivery implements Filter {
    private static final Logger LOG = LoggerFactory.getLogger(AnswerDelivery.class);
    private static final String ATTRIBUTE = AnswerDelivery.class.getName();

    private final long answerTimeMs;
    private final Room room;

    AnswerDelivery(IngestLimits limits) {
        this.answerTimeMs = limits.answerTime().toMillis();
        this.room = new Room(limits.answersSize().toBytes());
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HeldAnswer answer = request.getAttribute(ATTRIBUTE) instanceof HeldAnswer before
                ? before
                : new HeldAnswer((HttpServletResponse) response, room);
        request.setAttribute(ATTRIBUTE, answer);
        boolean isAnswered = false;
        try {
            chain.doFilter(request, answer);
            isAnswered = true;
        } finally {
            if (!isAnswered) {
                answer.release();
            }
        }
        if (!request.isAsyncStarted()) {
            deliver(request, answer);
        }
    }

    private void deliver(ServletRequest request, HeldAnswer answer) throws IOException {
        byte[] bytes = answer.take();
        if (bytes.length == 0) {
            answer.release();
            return;
        }
        ServletResponse plain = answer.getResponse();
        plain.setContentLength(bytes.length);
        ServletOutputStream out = plain.getOutputStream();
        AsyncContext async = request.startAsync(request, plain);
        async.setTimeout(answerTimeMs);
        Delivery delivery = new Delivery(async, out, bytes, answer);
        async.addListener(delivery);
        out.setWriteListener(delivery);
    }

    /** Writes when the connection takes something, on whatever thread Tomcat has at hand; never two at a time. */
    private static final class Delivery implements WriteListener, AsyncListener {
        /** What is written beyond what the connection takes is copied. */
        private static final int STEP_BYTES = 16 * 1024;

        private final AsyncContext async;
        private final ServletOutputStream out;
        private final byte[] bytes;
        private final HeldAnswer answer;
        private int written;
        private boolean isFlushed;
        private boolean isOver;

        Delivery(AsyncContext async, ServletOutputStream out, byte[] bytes, HeldAnswer answer) {
            this.async = async;
            this.out = out;
            this.bytes = bytes;
            this.answer = answer;
        }

        @Override
        public void onWritePossible() throws IOException {
            while (!isOver && out.isReady()) {
                if (written < bytes.length) {
                    int length = Math.min(STEP_BYTES, bytes.length - written);
                    out.write(bytes, written, length);
                    written += length;
                } else if (!isFlushed) {
                    // At the end, a thread would wait for what is not on its way by then.
                    out.flush();
                    isFlushed = true;
                } else {
                    end();
                }
            }
        }

        /** The reader is gone, or takes nothing any more. */
        @Override
        public void onError(Throwable failure) {
            LOG.debug("{} of {} bytes of an answer were taken", written, bytes.length, failure);
            end();
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            LOG.debug("{} of {} bytes of an answer were taken in time", written, bytes.length);
            Connections.close(async.getRequest());
            end();
        }

        @Override
        public void onError(AsyncEvent event) {
            answer.release();
        }

        @Override
        public void onComplete(AsyncEvent event) {
            answer.release();
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            // It is not started again.
        }

        private void end() {
            if (!isOver) {
                isOver = true;
                async.complete();
            }
        }
    }
}
