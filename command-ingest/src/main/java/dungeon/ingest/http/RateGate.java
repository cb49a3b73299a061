package dungeon.ingest.http;

import dungeon.ingest.identity.Administrator;
import dungeon.ingest.identity.Caller;
import dungeon.ingest.limits.Allowance;
import dungeon.ingest.limits.ClientAddresses;
import dungeon.ingest.limits.RateKind;
import dungeon.ingest.limits.Rates;
import dungeon.ingest.problems.Problem;
import dungeon.platform.problem.ProblemCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Lets requests pass as often as their sender may ask, and says in the headers {@code RateLimit-Policy} and {@code RateLimit}
 * (draft-ietf-httpapi-ratelimit-headers) what is left. A request counts before its body is read as JSON, also if it is refused then.
 */
@Component
final class RateGate implements HandlerInterceptor {
    static final String POLICY_HEADER = "RateLimit-Policy";
    static final String HEADER = "RateLimit";

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final String COUNTED = RateGate.class.getName();

    private final Rates rates;
    private final ClientAddresses addresses;
    private final CallerResolver callers;

    RateGate(Rates rates, ClientAddresses addresses, CallerResolver callers) {
        this.rates = rates;
        this.addresses = addresses;
        this.callers = callers;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Object route = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        RateKind kind = route == null || READING.contains(request.getMethod()) ? null : RateKind.of(route.toString());
        // A request passes here again when its answer is there.
        if (kind == null || request.getAttribute(COUNTED) != null) {
            return true;
        }
        request.setAttribute(COUNTED, true);
        if (kind == RateKind.REGISTRATIONS) {
            take(kind, ClientAddresses.sender(addresses.of(request)), 1, response);
        } else {
            take(kind, callers.caller(request), 1, response);
        }
        return true;
    }

    /**
     * Takes what a request asks for beyond the one that it counts as.
     *
     * @throws Problem TOO_MANY_REQUESTS
     */
    void takeMore(Caller caller, int amount, HttpServletResponse response) {
        if (amount > 0) {
            take(RateKind.COMMANDS, caller, amount, response);
        }
    }

    private void take(RateKind kind, Caller caller, int amount, HttpServletResponse response) {
        // The administrator is no stranger, and has the right to all that would do harm.
        if (!(caller instanceof Administrator)) {
            take(kind, caller.playerId(), amount, response);
        }
    }

    private void take(RateKind kind, String sender, int amount, HttpServletResponse response) {
        Allowance allowance = rates.take(kind, sender, amount);
        response.setHeader(POLICY_HEADER, allowance.policyHeader());
        response.setHeader(HEADER, allowance.header());
        if (!allowance.granted()) {
            long seconds = allowance.retryAfterSeconds();
            throw new Problem(
                            ProblemCode.TOO_MANY_REQUESTS,
                            "The rate of %s is %s, and %d of %d could be had now; come again in %d s"
                                    .formatted(kind.policy(), allowance.rate(), allowance.remaining(), amount, seconds))
                    .withHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
        }
    }
}
