package org.roentgen.dicom;

/**
 * What a read does besides reading.
 *
 * @param limits the bounds
 * @param lenient whether breaches that {@link Rule} calls repairable are repaired and listed, instead of refused
 * @param stopBefore the tag before which the top level ends unread, unsigned; {@link #NO_STOP} reads all
 * @param bulkThreshold values and fragments of a file that are longer than this stay on disk
 */
public record ReadOptions(ReadLimits limits, boolean lenient, int stopBefore, int bulkThreshold) {
    /** Reads to the end. */
    public static final int NO_STOP = -1;

    /** Refuses what is not well-formed; leaves values of more than 32 KiB on disk. */
    public static final ReadOptions STRICT = new ReadOptions(ReadLimits.DEFAULT, false, NO_STOP, 32 << 10);

    /** Repairs what can be repaired. */
    public static final ReadOptions LENIENT = new ReadOptions(ReadLimits.DEFAULT, true, NO_STOP, 32 << 10);

    public ReadOptions {
        if (bulkThreshold < 0) {
            throw new IllegalArgumentException("bulkThreshold " + bulkThreshold + " is negative");
        }
    }

    /** The same with other limits. */
    public ReadOptions withLimits(ReadLimits other) {
        return new ReadOptions(other, lenient, stopBefore, bulkThreshold);
    }

    /** The same, ending before a tag of the top level: {@code stopBefore(Tag.PixelData)} scans a header. */
    public ReadOptions stopBefore(int tag) {
        return new ReadOptions(limits, lenient, tag, bulkThreshold);
    }

    /** The same with another bound between memory and disk. */
    public ReadOptions withBulkThreshold(int bytes) {
        return new ReadOptions(limits, lenient, stopBefore, bytes);
    }
}
