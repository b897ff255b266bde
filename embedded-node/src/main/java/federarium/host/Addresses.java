package federarium.host;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Where other machines may reach this one: the likeliest address first, itself last. */
final class Addresses {
    private static final int MOST = 8;

    private Addresses() {}

    static List<String> reachable() {
        Stream<InetAddress> all;
        try {
            all =
                    NetworkInterface.networkInterfaces()
                            .filter(Addresses::isUp)
                            .flatMap(NetworkInterface::inetAddresses);
        } catch (SocketException e) {
            all = Stream.empty();
        }
        List<String> others =
                all.filter(each -> !each.isLoopbackAddress() && !each.isLinkLocalAddress())
                        .sorted(Comparator.comparingInt(Addresses::rank))
                        .map(Addresses::text)
                        .distinct()
                        .limit(MOST - 1)
                        .toList();
        return Stream.concat(others.stream(), Stream.of("127.0.0.1")).toList();
    }

    private static boolean isUp(NetworkInterface each) {
        try {
            return each.isUp();
        } catch (SocketException e) {
            return false;
        }
    }

    /** A room's network hands out private IPv4 addresses. */
    private static int rank(InetAddress address) {
        if (address instanceof Inet4Address) {
            return address.isSiteLocalAddress() ? 0 : 1;
        }
        return 2;
    }

    private static String text(InetAddress address) {
        String text = address.getHostAddress();
        int zone = text.indexOf('%');
        return zone < 0 ? text : text.substring(0, zone);
    }
}
