package org.roentgen.dicom.network;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs the command-line peers of dcmtk; skips the test where they are not installed. */
public final class Peers {
    private static final int PATIENCE_SECONDS = 60;

    private Peers() {}

    /** What a finished peer left. */
    public record Finished(int exitStatus, String output) {}

    /** A peer that serves until closed. */
    public record Running(Process process, int port) implements AutoCloseable {
        @Override
        public void close() throws InterruptedException {
            process.destroy();
            process.waitFor(5, TimeUnit.SECONDS);
            process.destroyForcibly();
        }
    }

    public static Finished run(String... command) throws IOException, InterruptedException {
        requireInstalled(command[0]);
        return runAny(command);
    }

    /** Runs a program that must be there. */
    public static Finished runAny(String... command) throws IOException, InterruptedException {
        Path log = Files.createTempFile("peer-", ".log");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(command[0] + " did not end within " + PATIENCE_SECONDS + " s");
            }
            return new Finished(process.exitValue(), Files.readString(log, StandardCharsets.ISO_8859_1));
        } finally {
            Files.deleteIfExists(log);
        }
    }

    /** Starts a server; {@code PORT} in the command is replaced by a free port, on which it is awaited. */
    public static Running serve(List<String> command) throws IOException, InterruptedException {
        requireInstalled(command.getFirst());
        int port = freePort();
        Process process = new ProcessBuilder(command.stream()
                        .map(word -> word.equals("PORT") ? Integer.toString(port) : word)
                        .toList())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        awaitListening(process, port);
        return new Running(process, port);
    }

    /** Waits until a started server accepts connections. */
    public static void awaitListening(Process process, int port) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!isListening(port)) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                process.destroyForcibly();
                throw new AssertionError("peer does not listen on port " + port);
            }
            process.waitFor(50, TimeUnit.MILLISECONDS);
        }
    }

    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Reads and forgets until the peer closes; fails when it does not within {@code millis}. */
    public static void awaitClose(Socket socket, int millis) throws IOException {
        socket.setSoTimeout(millis);
        try {
            InputStream input = socket.getInputStream();
            byte[] sink = new byte[4096];
            int count = 0;
            while (count >= 0) {
                count = input.read(sink);
            }
        } catch (SocketTimeoutException open) {
            throw new AssertionError("connection is still open after " + millis + " ms", open);
        } catch (IOException _) {
            // a reset is as good as an orderly close
        }
    }

    private static boolean isListening(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    private static void requireInstalled(String program) {
        boolean installed = Files.isExecutable(Path.of("/usr/bin", program));
        assumeTrue(installed, program + " is not installed (Debian package dcmtk)");
    }
}
