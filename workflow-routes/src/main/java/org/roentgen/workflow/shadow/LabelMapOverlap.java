package org.roentgen.workflow.shadow;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.roentgen.domain.dataset.LabelDefinition;
import org.roentgen.domain.inference.LabelMapReference;
import org.roentgen.domain.object.ObjectStore;
import org.roentgen.workflow.configuration.Deidentified;

/** The Dice of each label between two label maps of one series, read side by side without holding them in memory. */
@ApplicationScoped
class LabelMapOverlap {
    private static final int VALUES = 256;
    private static final int BUFFER_BYTES = 1 << 16;
    private final ObjectStore objects;

    LabelMapOverlap(@Deidentified ObjectStore objects) {
        this.objects = objects;
    }

    /**
     * By name, for versions may number their labels differently; 1 where neither map has the label.
     *
     * @throws IOException if a map cannot be read or they do not lie on the same planes
     */
    Map<String, Double> dice(LabelMapReference first, LabelMapReference second) throws IOException {
        if (first.rows() != second.rows()
                || first.columns() != second.columns()
                || !first.sopInstanceUids().equals(second.sopInstanceUids())) {
            throw new IOException("The two label maps do not lie on the same planes");
        }
        Counts counts = count(first, second);
        Map<String, Double> dice = new TreeMap<>();
        for (List<LabelDefinition> labels : List.of(first.labels(), second.labels())) {
            labels.forEach(label -> dice.computeIfAbsent(
                    label.name(), name -> counts.dice(valueOf(first, name), valueOf(second, name))));
        }
        return dice;
    }

    /** Voxels of each value in either map, and of each pair of values that lie on each other; zero, the background, counts nowhere. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Counts(long[] first, long[] second, long[][] both) {
        void add(int left, int right) {
            first[left] += left == 0 ? 0 : 1;
            second[right] += right == 0 ? 0 : 1;
            both[left][right] += left == 0 || right == 0 ? 0 : 1;
        }

        double dice(int left, int right) {
            long sum = first[left] + second[right];
            return sum == 0 ? 1 : 2.0 * both[left][right] / sum;
        }
    }

    private Counts count(LabelMapReference first, LabelMapReference second) throws IOException {
        Counts counts = new Counts(new long[VALUES], new long[VALUES], new long[VALUES][VALUES]);
        long voxels = (long) first.planes() * first.rows() * first.columns();
        try (InputStream one = open(first);
                InputStream other = open(second)) {
            for (long voxel = 0; voxel < voxels; voxel++) {
                int left = one.read();
                int right = other.read();
                if (left < 0 || right < 0) {
                    throw new IOException("A label map ends before its last plane");
                }
                counts.add(left, right);
            }
        }
        return counts;
    }

    private InputStream open(LabelMapReference map) throws IOException {
        return new BufferedInputStream(new GZIPInputStream(objects.open(map.object()), BUFFER_BYTES), BUFFER_BYTES);
    }

    /** Zero where the map does not have the label. */
    private static int valueOf(LabelMapReference map, String name) {
        return map.labels().stream()
                .filter(label -> label.name().equals(name))
                .mapToInt(LabelDefinition::value)
                .findFirst()
                .orElse(0);
    }
}
