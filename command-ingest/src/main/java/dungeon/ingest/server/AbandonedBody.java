package dungeon.ingest.server;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/** Lets a request give up the rest of its body, for which Tomcat would wait after the answer; the connection ends with it. */
final class AbandonedBody extends ValveBase {
    private static final String ATTRIBUTE = AbandonedBody.class.getName();

    AbandonedBody() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        Runnable abandon = () -> request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        request.setAttribute(ATTRIBUTE, abandon);
        getNext().invoke(request, response);
    }

    /** Gives up what has not come yet. */
    static void of(ServletRequest request) {
        ((Runnable) request.getAttribute(ATTRIBUTE)).run();
    }
}
