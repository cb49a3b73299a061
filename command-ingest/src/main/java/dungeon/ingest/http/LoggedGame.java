package dungeon.ingest.http;

import dungeon.platform.envelope.Ids;
import dungeon.platform.process.LogContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.AsyncHandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/** What is logged while a request is worked on names the game that it is about. */
@Component
final class LoggedGame implements AsyncHandlerInterceptor {
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                && variables.get("gameId") instanceof String anySpelling) {
            String gameId = anySpelling.toLowerCase(Locale.ROOT);
            if (Ids.isCanonical(gameId)) {
                LogContext.about(gameId);
            }
        }
        return true;
    }

    @Override
    public void afterConcurrentHandlingStarted(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        LogContext.clear();
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, Exception failure) {
        LogContext.clear();
    }
}
