package org.roentgen.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Starts and stops the services of a {@link LocalStack}; safe to repeat. */
final class Launcher {
    private static final long MINIMUM_DISK_BYTES = 4L << 30;
    private final LocalStack stack;
    private final Console console;

    Launcher(LocalStack stack, Console console) {
        this.stack = stack;
        this.console = console;
    }

    /** Starts what does not run, in order. */
    void up() {
        try (FileChannel channel = FileChannel.open(
                        stack.home().file("launcher.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock == null) {
                throw new LocalException("Another start of " + stack.home().path() + " is under way; wait for it");
            }
            List<Service> services = stack.services();
            if (services.stream().allMatch(Service::isReady)) {
                console.line("Roentgen is already up: " + stack.url());
                return;
            }
            checkDisk();
            services.forEach(this::checkPorts);
            services.forEach(this::start);
        } catch (IOException e) {
            throw new LocalException("Cannot lock " + stack.home().path() + ": " + e.getMessage(), e);
        }
    }

    void down() {
        DemoCommand.pacsProcess(stack.home()).stop(Duration.ofSeconds(5));
        List<Service> services = new ArrayList<>(stack.services()).reversed();
        for (Service service : services) {
            if (service.process().running().isPresent()) {
                console.line("stopping " + service.name());
            }
            service.stop();
        }
    }

    private void start(Service service) {
        if (service.isReady()) {
            return;
        }
        Instant begin = Instant.now();
        console.line("starting " + service.name() + " ...");
        startOrRestart(service);
        console.line("  " + service.name() + " is ready after "
                + Duration.between(begin, Instant.now()).toSeconds() + " s");
    }

    /** A process that was killed a moment ago may still seem to run: what ends then is started once more. */
    private static void startOrRestart(Service service) {
        boolean found = service.process().running().isPresent();
        try {
            service.start();
        } catch (LocalException e) {
            if (!found || service.process().running().isPresent()) {
                throw e;
            }
            service.start();
        }
    }

    private void checkPorts(Service service) {
        if (service.process().running().isPresent()) {
            return;
        }
        for (int port : service.ports()) {
            if (!Ports.isFree(port)) {
                throw new LocalException("Port " + port + ", which " + service.name()
                        + " needs, is taken by another program; stop that, or use --port-offset N");
            }
        }
    }

    private void checkDisk() throws IOException {
        Path path = stack.home().path();
        long free = Files.getFileStore(path).getUsableSpace();
        if (free < MINIMUM_DISK_BYTES) {
            throw new LocalException("Only " + (free >> 20) + " MiB are free at " + path + ", "
                    + (MINIMUM_DISK_BYTES >> 20) + " MiB are needed; free some, or set ROENTGEN_HOME to another disk");
        }
    }
}
