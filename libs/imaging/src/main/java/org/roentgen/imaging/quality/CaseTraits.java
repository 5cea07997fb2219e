package org.roentgen.imaging.quality;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.roentgen.imaging.LabelVolume;
import org.roentgen.imaging.Volume;
import org.roentgen.imaging.VolumeGrid;
import org.roentgen.imaging.label.LabelStatistics;

/**
 * What the checks know of one case.
 *
 * @param contentHash equal for images with equal pixels
 * @param classes its class or findings, for a classification
 * @param drawn what the mask holds
 */
public record CaseTraits(
        Identity identity,
        String contentHash,
        VolumeGrid grid,
        Spread spread,
        Thumbprint thumbprint,
        Classes classes,
        Drawn drawn) {

    /** Who it is, and the split that it is in. */
    public record Identity(String id, String patient, String split) {}

    /**
     * What the whole image is said to show.
     *
     * @param exclusive whether one of several classes is right; else any number of findings may be present
     */
    public record Classes(boolean exclusive, List<Integer> values) {
        public static final Classes NONE = new Classes(false, List.of());

        public Classes {
            values = List.copyOf(values);
        }

        /** One class, or none where the case is no classification. */
        public static Classes of(OptionalInt label) {
            return label.isPresent() ? new Classes(true, List.of(label.getAsInt())) : NONE;
        }
    }

    /**
     * What somebody drew; nothing for a classification.
     *
     * @param segments labels, background left out
     * @param thumbprint of the label values as if they were grey
     */
    public record Drawn(List<LabelStatistics> segments, Optional<Thumbprint> thumbprint) {
        static final Drawn NOTHING = new Drawn(List.of(), Optional.empty());

        public Drawn {
            segments = List.copyOf(segments);
        }

        static Drawn of(LabelVolume mask) {
            float[] values = new float[mask.labels().length];
            for (int voxel = 0; voxel < values.length; voxel++) {
                values[voxel] = Byte.toUnsignedInt(mask.labels()[voxel]);
            }
            return new Drawn(foreground(mask), Optional.of(Thumbprint.ofMask(new Volume(mask.grid(), values))));
        }
    }

    /** Mean and standard deviation of the values. */
    public record Spread(double mean, double deviation) {
        static Spread of(float[] values) {
            double sum = 0;
            double squares = 0;
            for (float value : values) {
                sum += value;
                squares += (double) value * value;
            }
            double mean = sum / values.length;
            return new Spread(mean, Math.sqrt(Math.max(0, squares / values.length - mean * mean)));
        }
    }

    /** Measures a case. */
    public static CaseTraits of(
            Identity identity, String contentHash, Volume image, Optional<LabelVolume> mask, Classes classes) {
        return new CaseTraits(
                identity,
                contentHash,
                image.grid(),
                Spread.of(image.voxels()),
                Thumbprint.of(image),
                classes,
                mask.map(Drawn::of).orElse(Drawn.NOTHING));
    }

    private static List<LabelStatistics> foreground(LabelVolume mask) {
        return LabelStatistics.of(mask).stream()
                .filter(segment -> segment.label() != 0)
                .toList();
    }

    /** The class, where one of several is right. */
    public OptionalInt label() {
        return classes.exclusive()
                ? classes.values().stream().mapToInt(Integer::intValue).findFirst()
                : OptionalInt.empty();
    }

    public List<LabelStatistics> segments() {
        return drawn.segments();
    }

    public String id() {
        return identity.id();
    }

    public String split() {
        return identity.split();
    }
}
