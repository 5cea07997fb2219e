package org.roentgen.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** The ports of a local stack: the usual ones, all moved by one offset. */
public record Ports(int offset) {
    /** The port in reach that browsers do not open (Fetch standard, "bad port"). */
    private static final int CLOSED_TO_BROWSERS = 10_080;

    private static final int API = 8080;
    private static final int KEYCLOAK = 8180;

    public Ports {
        if (offset < 0 || offset > 3_000) {
            throw new LocalException("Port offset " + offset + " is outside 0 to 3000; choose one inside");
        }
        if (API + offset == CLOSED_TO_BROWSERS || KEYCLOAK + offset == CLOSED_TO_BROWSERS) {
            throw new LocalException("Port offset " + offset + " needs port " + CLOSED_TO_BROWSERS
                    + ", which no browser opens; choose another");
        }
    }

    public int api() {
        return API + offset;
    }

    public int workflow() {
        return 8081 + offset;
    }

    public int training() {
        return 8082 + offset;
    }

    public int inference() {
        return 8083 + offset;
    }

    public int keycloak() {
        return KEYCLOAK + offset;
    }

    public int keycloakHealth() {
        return 8190 + offset;
    }

    public int dimse() {
        return 11_112 + offset;
    }

    public int pacs() {
        return 11_113 + offset;
    }

    public int postgres() {
        return 15_432 + offset;
    }

    public int broker() {
        return 61_616 + offset;
    }

    /** Whether nobody listens on this port of the loopback address. */
    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    /** A port that was free a moment ago, for tests. */
    public static int anyFree() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
