package org.roentgen.imaging.label;

import java.util.BitSet;
import java.util.function.IntPredicate;
import org.roentgen.imaging.LabelVolume;
import org.roentgen.imaging.VolumeGrid;

/** Removes islands: voxels that touch by their faces belong together, and only the largest group stays. */
public final class LargestComponent {
    private LargestComponent() {}

    /** Keeps the largest group of each label. */
    public static LabelVolume ofEachLabel(LabelVolume labels) {
        LabelVolume current = labels;
        for (int label : labels.present()) {
            BitSet kept = largest(labels, candidate -> candidate == label);
            current = without(current, candidate -> candidate == label, kept);
        }
        return current;
    }

    /** Keeps the largest group of voxels with any label, as for the parts of one organ. */
    public static LabelVolume ofForeground(LabelVolume labels) {
        return without(labels, label -> label != 0, largest(labels, label -> label != 0));
    }

    private static LabelVolume without(LabelVolume labels, IntPredicate chosen, BitSet kept) {
        byte[] cleaned = labels.labels().clone();
        for (int index = 0; index < cleaned.length; index++) {
            if (chosen.test(Byte.toUnsignedInt(cleaned[index])) && !kept.get(index)) {
                cleaned[index] = 0;
            }
        }
        return new LabelVolume(labels.grid(), cleaned);
    }

    private static BitSet largest(LabelVolume labels, IntPredicate chosen) {
        byte[] values = labels.labels();
        BitSet open = new BitSet(values.length);
        for (int index = 0; index < values.length; index++) {
            open.set(index, chosen.test(Byte.toUnsignedInt(values[index])));
        }
        int[] queue = new int[open.cardinality()];
        BitSet best = new BitSet();
        int bestSize = 0;
        for (int seed = open.nextSetBit(0); seed >= 0; seed = open.nextSetBit(seed + 1)) {
            int size = flood(labels.grid(), open, seed, queue);
            if (size > bestSize) {
                bestSize = size;
                best.clear();
                for (int index = 0; index < size; index++) {
                    best.set(queue[index]);
                }
            }
        }
        return best;
    }

    /** Takes the group of a seed out of the open voxels; its members are the first entries of the queue. */
    private static int flood(VolumeGrid grid, BitSet open, int seed, int[] queue) {
        int filled = 0;
        queue[filled++] = seed;
        open.clear(seed);
        for (int next = 0; next < filled; next++) {
            int index = queue[next];
            for (int axis = 0; axis < 3; axis++) {
                int stride = grid.stride(axis);
                int place = index / stride % grid.size(axis);
                if (place > 0 && open.get(index - stride)) {
                    open.clear(index - stride);
                    queue[filled++] = index - stride;
                }
                if (place + 1 < grid.size(axis) && open.get(index + stride)) {
                    open.clear(index + stride);
                    queue[filled++] = index + stride;
                }
            }
        }
        return filled;
    }
}
