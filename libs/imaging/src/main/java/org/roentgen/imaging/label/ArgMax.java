package org.roentgen.imaging.label;

import java.util.List;
import org.roentgen.imaging.LabelVolume;
import org.roentgen.imaging.Volume;

/** The most probable class of each voxel; of equal ones the lowest. */
public final class ArgMax {
    private ArgMax() {}

    /**
     * Labels of class-first probabilities.
     *
     * @param probabilities class, then voxels
     */
    public static byte[] of(float[] probabilities, int classes) {
        if (classes < 1 || classes > 256 || probabilities.length % classes != 0) {
            throw new IllegalArgumentException("%d probabilities do not divide into %d classes (1 to 256)"
                    .formatted(probabilities.length, classes));
        }
        int voxels = probabilities.length / classes;
        byte[] labels = new byte[voxels];
        for (int index = 0; index < voxels; index++) {
            int best = 0;
            for (int label = 1; label < classes; label++) {
                if (probabilities[label * voxels + index] > probabilities[best * voxels + index]) {
                    best = label;
                }
            }
            labels[index] = (byte) best;
        }
        return labels;
    }

    /** Labels of one probability volume for each class. */
    public static LabelVolume of(List<Volume> probabilities) {
        Volume first = probabilities.getFirst();
        int voxels = first.voxels().length;
        float[] all = new float[Math.multiplyExact(voxels, probabilities.size())];
        for (int label = 0; label < probabilities.size(); label++) {
            System.arraycopy(probabilities.get(label).voxels(), 0, all, label * voxels, voxels);
        }
        return new LabelVolume(first.grid(), of(all, probabilities.size()));
    }
}
