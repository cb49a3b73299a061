package dungeon.ingest.server;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/** What can be done with a request's connection and is not in the servlet API. */
final class Connections extends ValveBase {
    private static final String ATTRIBUTE = Connections.class.getName();

    Connections() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        request.setAttribute(ATTRIBUTE, request.getCoyoteRequest());
        getNext().invoke(request, response);
    }

    /** Gives up what has not come yet of a body, for which Tomcat would wait after the answer; the connection ends with it. */
    static void abandonBodyOf(ServletRequest request) {
        of(request).action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        // Tomcat takes that for an error, which it would report behind the answer that there is, and log that it
        // cannot.
        var unused = of(request).getResponse().setErrorReported();
    }

    /** Closes it, whatever is left to be sent. */
    static void close(ServletRequest request) {
        of(request).action(ActionCode.CLOSE_NOW, null);
    }

    private static org.apache.coyote.Request of(ServletRequest request) {
        return (org.apache.coyote.Request) request.getAttribute(ATTRIBUTE);
    }
}
