package dungeon.queries.transport;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.jetty.util.InetAddressSet;

/** Tells clients apart, by who is connected or, if that is a proxy that is trusted, by what it says. */
public final class Clients {
    /** With the value {@link #PROGRAM}, says that a program plays, and nobody watches. */
    public static final String CLIENT_HEADER = "Dungeon-Client";

    public static final String PROGRAM = "program";

    private static final int IPV6_NETWORK_BYTES = 8;
    private static final String FORWARDED_FOR = "X-Forwarded-For";
    /** Names would be looked up. */
    private static final Pattern NUMERIC = Pattern.compile("[0-9.]{7,15}|[0-9A-Fa-f:.]{2,45}");

    private final InetAddressSet trustedProxies;
    private final InetAddressSet own;

    /**
     * @param trustedProxies proxies that are believed when they say for whom they ask: addresses and networks such as {@code 10.0.0.0/8}
     * @param own where the installation's own programs are
     */
    public Clients(List<String> trustedProxies, List<String> own) {
        this.trustedProxies = set(trustedProxies);
        this.own = set(own);
    }

    /** Who has sent a request. */
    public Client of(HttpServletRequest request) {
        String address = request.getRemoteAddr();
        // The last one is from who is connected; what stands before it is as good as who has added it.
        List<String> forwarded = forwardedFor(request);
        for (int i = forwarded.size() - 1; i >= 0 && contains(trustedProxies, address); i--) {
            if (!NUMERIC.matcher(forwarded.get(i)).matches()) {
                break;
            }
            address = forwarded.get(i);
        }
        boolean program = PROGRAM.equalsIgnoreCase(request.getHeader(CLIENT_HEADER));
        return new Client(network(address), program, program && contains(own, address));
    }

    /** Of an IPv6 address the network, since whoever has one address there has all 2^64. */
    private static String network(String address) {
        InetAddress parsed = parse(address);
        return parsed instanceof Inet6Address
                ? HexFormat.of().formatHex(parsed.getAddress(), 0, IPV6_NETWORK_BYTES)
                : parsed.getHostAddress();
    }

    private static List<String> forwardedFor(HttpServletRequest request) {
        return Collections.list(request.getHeaders(FORWARDED_FOR)).stream()
                .flatMap(value -> Pattern.compile(",").splitAsStream(value))
                .map(String::strip)
                .toList();
    }

    private static boolean contains(InetAddressSet set, String address) {
        return !set.isEmpty() && set.test(parse(address));
    }

    private static InetAddress parse(String address) {
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("An IP address is none: " + address, e);
        }
    }

    private static InetAddressSet set(List<String> patterns) {
        InetAddressSet set = new InetAddressSet();
        set.addAll(patterns);
        return set;
    }
}
