package dungeon.ingest.limits;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.catalina.util.NetMask;

/** Tells from which address a request comes, behind proxies too. */
public final class ClientAddresses {
    /** Nothing that would be looked up as a name. */
    private static final Pattern LITERAL = Pattern.compile("[0-9]+(\\.[0-9]+){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    private static final int LITERAL_MAXIMUM = 45;
    /** A household or a server has that much to itself, so it counts as one. */
    private static final int IPV6_NETWORK_BYTES = 8;

    /** The unspecified address, which no client has. */
    private static final InetAddress NOBODY = parse("0.0.0.0");

    private final List<NetMask> trusted;
    private final String header;

    /**
     * @param trustedProxies networks in the form {@code 10.0.0.0/8}
     * @param header the one that these proxies set, {@code X-Forwarded-For} or {@code Forwarded}; the other one may be the client's own
     * @throws IllegalArgumentException if one of them is none
     */
    public ClientAddresses(List<String> trustedProxies, String header) {
        this.trusted = trustedProxies.stream().map(NetMask::new).toList();
        this.header = header;
    }

    /** The nearest address that is not a trusted proxy's. */
    public InetAddress of(HttpServletRequest request) {
        return of(request.getRemoteAddr(), Collections.list(request.getHeaders(header)));
    }

    /**
     * The nearest address that is not a trusted proxy's.
     *
     * @param peer the address at the other end of the connection; null if that was closed so soon that nobody knows it, and whoever
     *     does so is counted as one sender
     * @param values of the header, in their order
     */
    InetAddress of(String peer, List<String> values) {
        if (peer == null) {
            return NOBODY;
        }
        // A link-local address comes with its interface.
        InetAddress client = parse(peer.split("%", 2)[0]);
        if (client == null) {
            throw new IllegalStateException("No address: " + peer);
        }
        List<String> hops = hops(values);
        for (int i = hops.size() - 1; i >= 0 && isTrusted(client); i--) {
            InetAddress hop = parse(hops.get(i));
            if (hop == null) {
                break;
            }
            client = hop;
        }
        return client;
    }

    /** Whether an address is that of a trusted proxy. */
    public boolean isTrusted(InetAddress address) {
        return trusted.stream().anyMatch(network -> network.matches(address));
    }

    /** What stands for an address where senders are counted: with IPv6, its network of 64 bits. */
    public static String sender(InetAddress address) {
        if (address instanceof Inet6Address) {
            byte[] network = Arrays.copyOf(address.getAddress(), IPV6_NETWORK_BYTES);
            return HexFormat.of().formatHex(network) + "/64";
        }
        return address.getHostAddress();
    }

    private List<String> hops(List<String> values) {
        List<String> hops = new ArrayList<>();
        for (String value : values) {
            for (String hop : value.split(",", -1)) {
                hops.add(header.equalsIgnoreCase("Forwarded") ? forOf(hop) : hop.strip());
            }
        }
        return hops;
    }

    /** The {@code for} of an element such as {@code for="[2001:db8::1]:4711";proto=https}; empty if it has none. */
    private static String forOf(String element) {
        for (String pair : element.split(";", -1)) {
            String[] parts = pair.split("=", 2);
            if (parts.length == 2 && parts[0].strip().toLowerCase(Locale.ROOT).equals("for")) {
                return parts[1].strip().replace("\"", "");
            }
        }
        return "";
    }

    /** The address of {@code 192.0.2.1}, {@code 192.0.2.1:4711}, {@code 2001:db8::1} or {@code [2001:db8::1]:4711}; null if it is none. */
    private static InetAddress parse(String hop) {
        String address = hop;
        if (hop.startsWith("[")) {
            int end = hop.indexOf(']');
            address = end < 0 ? "" : hop.substring(1, end);
        } else if (hop.indexOf(':') >= 0 && hop.indexOf(':') == hop.lastIndexOf(':')) {
            address = hop.substring(0, hop.indexOf(':'));
        }
        if (address.length() > LITERAL_MAXIMUM || !LITERAL.matcher(address).matches()) {
            return null;
        }
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException e) {
            return null;
        }
    }
}
