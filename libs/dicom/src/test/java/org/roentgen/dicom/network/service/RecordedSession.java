package org.roentgen.dicom.network.service;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * What both sides of an association sent, in turns: a turn ends when the other side answers. Either side can be played again, whole
 * or damaged, to a live peer.
 */
record RecordedSession(List<byte[]> fromClient, List<byte[]> fromServer) {
    private static final int TURN_MILLIS = 15;

    /** A client's part in an association with the server at a port. */
    @FunctionalInterface
    interface Conversation {
        void hold(int port) throws IOException;
    }

    /** Lets a conversation run through a relay that listens. */
    static RecordedSession of(int serverPort, Conversation conversation) throws Exception {
        List<byte[]> fromClient = new ArrayList<>();
        List<byte[]> fromServer = new ArrayList<>();
        try (ServerSocket relay = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread carrier = Thread.ofVirtual().start(() -> {
                try (Socket client = relay.accept();
                        Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort)) {
                    Turns turns = new Turns(fromClient, fromServer);
                    Thread up = Thread.ofVirtual().start(() -> turns.carry(client, server, true));
                    turns.carry(server, client, false);
                    up.join();
                } catch (IOException | InterruptedException _) {
                    // a recording that is cut short fails where its turns are played
                }
            });
            conversation.hold(relay.getLocalPort());
            carrier.join();
        }
        return new RecordedSession(fromClient, fromServer);
    }

    private record Turns(List<byte[]> fromClient, List<byte[]> fromServer) {
        void carry(Socket from, Socket to, boolean client) {
            try {
                byte[] chunk = new byte[65_536];
                InputStream input = from.getInputStream();
                for (int count = input.read(chunk); count >= 0; count = input.read(chunk)) {
                    add(Arrays.copyOf(chunk, count), client);
                    to.getOutputStream().write(chunk, 0, count);
                }
                to.shutdownOutput();
            } catch (IOException _) {
                // the other side is gone, so that this one ends too
            }
        }

        private synchronized void add(byte[] bytes, boolean client) {
            List<byte[]> own = client ? fromClient : fromServer;
            List<byte[]> other = client ? fromServer : fromClient;
            boolean answered = client ? own.size() == other.size() : own.size() < other.size();
            if (answered) {
                own.add(bytes);
                return;
            }
            ByteArrayOutputStream joined = new ByteArrayOutputStream();
            joined.writeBytes(own.getLast());
            joined.writeBytes(bytes);
            own.set(own.size() - 1, joined.toByteArray());
        }
    }

    /** One side with bytes changed: cut, bits turned over, four bytes overwritten, or a piece sent twice. */
    static List<byte[]> damaged(List<byte[]> turns, Random random) {
        List<byte[]> damaged = new ArrayList<>(turns);
        int turn = random.nextInt(turns.size());
        byte[] bytes = turns.get(turn).clone();
        int at = random.nextInt(bytes.length);
        switch (random.nextInt(5)) {
            case 0 -> bytes = Arrays.copyOf(bytes, at);
            case 1 -> {
                for (int i = at; i < Math.min(at + 4, bytes.length); i++) {
                    bytes[i] = (byte) random.nextInt(256);
                }
            }
            case 2 -> {
                int length = Math.min(bytes.length - at, 1 + random.nextInt(64));
                byte[] longer = new byte[bytes.length + length];
                System.arraycopy(bytes, 0, longer, 0, at + length);
                System.arraycopy(bytes, at, longer, at + length, bytes.length - at);
                bytes = longer;
            }
            default -> {
                for (int flips = 1 + random.nextInt(8); flips > 0; flips--) {
                    bytes[random.nextInt(Math.min(bytes.length, 400))] ^= (byte) (1 << random.nextInt(8));
                }
            }
        }
        damaged.set(turn, bytes);
        return damaged;
    }

    /** Sends one side's turns, each when the peer has spoken or has had its time, and closes the sending half. */
    static void play(Socket socket, List<byte[]> turns, boolean speaksFirst) {
        try {
            boolean speaks = speaksFirst;
            for (byte[] turn : turns) {
                if (!speaks && !listen(socket)) {
                    return;
                }
                speaks = false;
                socket.getOutputStream().write(turn);
            }
            socket.shutdownOutput();
        } catch (IOException _) {
            // the peer may close in the middle
        }
    }

    private static boolean listen(Socket socket) throws IOException {
        socket.setSoTimeout(TURN_MILLIS);
        try {
            return socket.getInputStream().read(new byte[65_536]) >= 0;
        } catch (SocketTimeoutException _) {
            return true;
        }
    }
}
