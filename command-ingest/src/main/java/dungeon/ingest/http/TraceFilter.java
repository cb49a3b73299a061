package dungeon.ingest.http;

import dungeon.platform.tracing.Tracing;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.servlet.HandlerMapping;

/** Begins the trace of a request that changes something, or goes on with that of its sender; it is there until the answer is. */
final class TraceFilter implements Filter {
    private static final String HEADER = "traceparent";
    private static final String SPAN = TraceFilter.class.getName();
    private static final int SERVER_FAULT = 500;

    private final Tracing tracing;

    TraceFilter(Tracing tracing) {
        this.tracing = tracing;
    }

    // The scope is there to be closed.
    @SuppressWarnings("try")
    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        if (!tracing.isOn() || http.getMethod().equals("GET")) {
            chain.doFilter(request, response);
            return;
        }
        Span begun = (Span) request.getAttribute(SPAN);
        Span span = begun == null ? tracing.beginRequest(http.getMethod(), http.getHeader(HEADER)) : begun;
        request.setAttribute(SPAN, span);
        try (Scope current = span.makeCurrent()) {
            chain.doFilter(request, response);
        } finally {
            // Gone through again with its body, or its answer, it ends as it was to end at first.
            if (begun == null) {
                endWith(http, (HttpServletResponse) response, span);
            }
        }
    }

    private static void endWith(HttpServletRequest request, HttpServletResponse response, Span span) {
        if (request.isAsyncStarted()) {
            request.getAsyncContext().addListener(new EndOfAnswer(span), request, response);
        } else {
            end(span, request, response);
        }
    }

    private static void end(Span span, HttpServletRequest request, HttpServletResponse response) {
        Object route = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        if (route != null) {
            span.updateName(request.getMethod() + " " + route);
        }
        span.setAttribute("http.response.status_code", response.getStatus());
        if (response.getStatus() >= SERVER_FAULT) {
            span.setStatus(StatusCode.ERROR);
        }
        span.end();
    }

    private record EndOfAnswer(Span span) implements AsyncListener {
        @Override
        public void onComplete(AsyncEvent event) {
            end(span, (HttpServletRequest) event.getSuppliedRequest(), (HttpServletResponse)
                    event.getSuppliedResponse());
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            span.addEvent("timeout");
        }

        @Override
        public void onError(AsyncEvent event) {
            span.setStatus(StatusCode.ERROR);
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            event.getAsyncContext().addListener(this, event.getSuppliedRequest(), event.getSuppliedResponse());
        }
    }
}
