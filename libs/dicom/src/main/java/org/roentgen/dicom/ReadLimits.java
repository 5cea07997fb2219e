package org.roentgen.dicom;

/**
 * Bounds on what one read may cost, whatever the input says.
 *
 * @param depth nested sequences
 * @param elements data elements and items together
 * @param valueLength bytes of one value in memory
 * @param totalAllocation bytes of all buffers of one read together
 * @param inflatedSize bytes of a deflated data set after inflating
 */
public record ReadLimits(int depth, int elements, long valueLength, long totalAllocation, long inflatedSize) {
    /** 64 levels, 2 million elements, values of 512 MiB, 1 GiB in all, 1 GiB inflated. */
    public static final ReadLimits DEFAULT = new ReadLimits(64, 2_000_000, 512L << 20, 1L << 30, 1L << 30);

    public ReadLimits {
        if (depth < 1 || depth > 256) {
            throw new IllegalArgumentException("depth limit " + depth + " is not within 1 to 256");
        }
        if (elements < 1 || valueLength < 1 || totalAllocation < 1 || inflatedSize < 1) {
            throw new IllegalArgumentException("limits must be positive: elements " + elements + ", valueLength "
                    + valueLength + ", totalAllocation " + totalAllocation + ", inflatedSize " + inflatedSize);
        }
    }
}
