package dungeon.ingest.login;

import dungeon.ingest.limits.ClientAddresses;
import dungeon.ingest.limits.RateKind;
import dungeon.ingest.limits.Rates;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets so many logins pass as an address may register players, and so many at a time as threads can be spared: each waits for GitHub
 * and for the log, and whoever comes back from GitHub with any code makes this application ask there.
 */
final class LoginGate extends OncePerRequestFilter {
    /** Of the server's threads, at a time; a login takes less than a second. */
    static final int LOGINS_MAXIMUM = 8;

    private final String beginning;
    private final Rates rates;
    private final ClientAddresses addresses;
    private final LoginFailure failure;
    private final Semaphore places = new Semaphore(LOGINS_MAXIMUM);

    /** @param beginning the path under which logins begin, which costs nothing */
    LoginGate(String beginning, Rates rates, ClientAddresses addresses, LoginFailure failure) {
        this.beginning = beginning;
        this.rates = rates;
        this.addresses = addresses;
        this.failure = failure;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getServletPath().startsWith(beginning);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String sender = ClientAddresses.sender(addresses.of(request));
        if (!rates.take(RateKind.REGISTRATIONS, sender, 1).granted() || !places.tryAcquire()) {
            failure.redirect(LoginOutcome.BUSY, response);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            places.release();
        }
    }
}
