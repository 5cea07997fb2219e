package org.roentgen.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * A Java program of ours as a service: the broker or one of the deployables.
 *
 * @param arguments of the {@code java} command, from its options on
 * @param environment settings and secrets; never on the command line, where others could read them
 */
record JavaService(
        String name,
        List<Integer> ports,
        List<String> arguments,
        Map<String, String> environment,
        BooleanSupplier readiness,
        Home home)
        implements Service {
    private static final Duration START = Duration.ofSeconds(180);
    private static final Duration STOP = Duration.ofSeconds(20);

    @Override
    public void start() {
        if (process().running().isEmpty()) {
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(arguments);
            Map<String, String> all = new HashMap<>(environment);
            all.put("MALLOC_MMAP_THRESHOLD_", "33554432");
            all.put("MALLOC_TRIM_THRESHOLD_", "2147483648");
            process().start(command, all, home.folder("work/" + name), log());
        }
        Until.holds(START, () -> isReady() || process().running().isEmpty());
        if (process().running().isEmpty()) {
            throw new LocalException(name + " ended while it started; its log is " + log());
        }
        if (!isReady()) {
            throw new LocalException(
                    name + " did not become ready within " + START.toSeconds() + " s; its log is " + log());
        }
    }

    @Override
    public boolean isReady() {
        return process().running().isPresent() && readiness.getAsBoolean();
    }

    @Override
    public void stop() {
        process().stop(STOP);
    }

    @Override
    public DetachedProcess process() {
        return new DetachedProcess(home.folder("run").resolve(name + ".pid"));
    }

    @Override
    public Path log() {
        return home.log(name);
    }
}
