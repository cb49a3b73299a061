package dungeon.ingest.server;

import dungeon.ingest.config.IngestLimits;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;

/**
 * Receives a request's body before a thread works on the request, so that a sender who takes his time has none of the threads. A body
 * that is too large is read on for a while and dropped, because a client that is not through with sending does not see its answer.
 */
final class BodyReception implements Filter {
    private static final Logger LOG = LoggerFactory.getLogger(BodyReception.class);
    private static final String ATTRIBUTE = BodyReception.class.getName();
    private static final int BUFFER_BYTES = 8 * 1024;
    private static final int TREE_FACTOR = 20;

    private final int bytesMaximum;
    private final long droppedMaximum;
    private final long bodyTimeMs;
    private final Room room;

    BodyReception(IngestLimits limits) {
        this.bytesMaximum = Math.toIntExact(limits.bodySize().toBytes());
        this.droppedMaximum = limits.bodyDropped().toBytes();
        this.bodyTimeMs = limits.bodyTime().toMillis();
        this.room = new Room(roomOf(limits));
    }

    /** As trees, bodies take twenty times what they are long; all of them together never more than a third of the heap. */
    private static long roomOf(IngestLimits limits) {
        long ofHeap = Runtime.getRuntime().maxMemory() / 3 / TREE_FACTOR;
        return Math.max(
                limits.bodySize().toBytes(), Math.min(limits.bodiesSize().toBytes(), ofHeap));
    }

    @Override
    public void doFilter(ServletRequest plain, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) plain;
        if (request.getAttribute(ATTRIBUTE) instanceof BodyInHand received) {
            // With it, or with its answer.
            workOn(received, request, response, chain);
            return;
        }
        long declared = request.getContentLengthLong();
        boolean hasBody = declared > 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
        if (!hasBody || request.getDispatcherType() != DispatcherType.REQUEST) {
            chain.doFilter(request, response);
            return;
        }
        BodyInHand body = new BodyInHand(bytesMaximum, declared, room);
        request.setAttribute(ATTRIBUTE, body);
        ReceivedBody withBody = new ReceivedBody(request, body);
        ServletInputStream in = request.getInputStream();
        if (declared > droppedMaximum) {
            body.abandon();
            workOn(body, withBody, response, chain);
        } else if (declared > 0 && in.available() >= declared) {
            // It came with the headers, as most do.
            byte[] all = in.readNBytes(Math.toIntExact(declared));
            body.add(all, all.length);
            workOn(body, withBody, response, chain);
        } else {
            AsyncContext async = request.startAsync(withBody, response);
            async.setTimeout(bodyTimeMs);
            Reception reception = new Reception(async, in, body);
            async.addListener(reception);
            in.setReadListener(reception);
        }
    }

    private static void workOn(BodyInHand body, HttpServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (body.isAbandoned()) {
            ((HttpServletResponse) response).setHeader(HttpHeaders.CONNECTION, "close");
        }
        try {
            chain.doFilter(request, response);
        } finally {
            body.release();
        }
        if (body.isAbandoned() && !request.isAsyncStarted()) {
            // In this order: what is not sent by then is lost.
            ((HeldAnswer) response).sendNow();
            Connections.abandonBodyOf(request);
        }
    }

    /** Takes what comes, on whatever thread Tomcat has at hand; never two at a time. */
    private final class Reception implements ReadListener, AsyncListener {
        private final AsyncContext async;
        private final ServletInputStream in;
        private final BodyInHand body;
        private final byte[] buffer = new byte[BUFFER_BYTES];
        private boolean isOver;

        Reception(AsyncContext async, ServletInputStream in, BodyInHand body) {
            this.async = async;
            this.in = in;
            this.body = body;
        }

        @Override
        public void onDataAvailable() {
            try {
                receive();
            } catch (IOException e) {
                // Left to Tomcat, it would be a fault of ours, with a page of the log.
                LOG.debug("A body cannot be read", e);
                body.isBroken();
                goOn();
            }
        }

        private void receive() throws IOException {
            while (!isOver && in.isReady()) {
                int length = in.read(buffer);
                if (length < 0) {
                    return;
                }
                body.add(buffer, length);
                if (body.received() > droppedMaximum) {
                    body.abandon();
                    goOn();
                }
            }
        }

        @Override
        public void onAllDataRead() {
            goOn();
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            body.isLate(bodyTimeMs);
            goOn();
        }

        /** The sender is gone, or has sent what is no HTTP. */
        @Override
        public void onError(Throwable failure) {
            LOG.debug("A body did not come", failure);
            isOver = true;
            body.release();
        }

        @Override
        public void onError(AsyncEvent event) {
            body.release();
        }

        @Override
        public void onComplete(AsyncEvent event) {
            body.release();
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            // The application waits for its answer.
        }

        private void goOn() {
            if (!isOver) {
                isOver = true;
                async.dispatch();
            }
        }
    }
}
