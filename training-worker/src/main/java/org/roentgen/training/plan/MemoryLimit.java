package org.roentgen.training.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Bytes that a training may take on this machine.
 *
 * @param engine outside of the Java heap
 * @param heap of the Java heap
 */
public record MemoryLimit(long engine, long heap) {
    private static final Path MEMORY = Path.of("/proc/meminfo");
    private static final Pattern AVAILABLE = Pattern.compile("MemAvailable:\\s+(\\d+) kB");
    private static final Path GROUP_LIMIT = Path.of("/sys/fs/cgroup/memory.max");
    private static final Path GROUP_USE = Path.of("/sys/fs/cgroup/memory.current");
    private static final int KIBI = 1024;

    /** What is free now; without limit where the system does not tell, or where the engine computes in memory of its own. */
    public static MemoryLimit now(boolean engineHasOwnMemory) {
        Runtime java = Runtime.getRuntime();
        long used = java.totalMemory() - java.freeMemory();
        long free = Math.min(available(), group());
        return new MemoryLimit(engineHasOwnMemory ? Long.MAX_VALUE : free, java.maxMemory() - used);
    }

    private static long available() {
        return lines(MEMORY).stream()
                .map(AVAILABLE::matcher)
                .filter(Matcher::matches)
                .mapToLong(line -> Long.parseLong(line.group(1)) * KIBI)
                .findFirst()
                .orElse(Long.MAX_VALUE);
    }

    /** What is left of the control group's limit. */
    private static long group() {
        Optional<Long> limit = number(GROUP_LIMIT);
        Optional<Long> use = number(GROUP_USE);
        return limit.isPresent() && use.isPresent() ? Math.max(0, limit.get() - use.get()) : Long.MAX_VALUE;
    }

    private static Optional<Long> number(Path file) {
        return lines(file).stream()
                .filter(line -> line.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .findFirst();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.isReadable(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** What is left beside a training. */
    public MemoryLimit without(MemoryEstimate other) {
        return new MemoryLimit(engine - other.engine(), heap - other.images());
    }

    /** Whether a training fits. */
    public boolean holds(MemoryEstimate estimate) {
        return estimate.images() <= heap && estimate.engine() <= engine;
    }

    /**
     * Refuses what does not fit, with the fix.
     *
     * @throws org.roentgen.domain.error.RoentgenException INVALID_TRAINING_SPEC
     */
    public void check(MemoryEstimate estimate) {
        if (estimate.images() > heap) {
            throw Options.invalid("The training needs " + estimate.text() + ", but the images have to fit into "
                    + MemoryEstimate.mebibytes(heap)
                    + " MiB of the worker's heap; give the worker a larger heap, train on"
                    + " fewer cases, or give a recipe that makes the images smaller");
        }
        if (estimate.engine() <= engine) {
            return;
        }
        int samples = estimate.samplesWithin(engine);
        String free = MemoryEstimate.mebibytes(engine) + " MiB are free";
        throw Options.invalid("The training needs " + estimate.text() + ", but " + free + "; "
                + (samples > 0
                        ? "choose a batchSize of at most " + samples + ", or keep it and choose microBatches so that at"
                                + " most " + samples + " samples are computed at once"
                        : "not even one sample fits: choose a smaller network or width, or a recipe that makes images or"
                                + " patches smaller"));
    }
}
