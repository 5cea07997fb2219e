package org.roentgen.dicom.pixel;

import java.util.Map;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.Uid;

/** Keeps the mark of an irreversible compression on pixels that leave it (PS3.3 C.7.6.1.1.5). */
final class LossyCompression {
    /** Defined terms of Lossy Image Compression Method by the transfer syntax that implies the method. */
    private static final Map<String, String> METHODS = Map.of(
            Uid.JPEGBaseline8Bit, "ISO_10918_1",
            Uid.JPEGExtended12Bit, "ISO_10918_1",
            Uid.JPEGSpectralSelectionNonHierarchical68, "ISO_10918_1",
            Uid.JPEGFullProgressionNonHierarchical1012, "ISO_10918_1",
            Uid.JPEGLSNearLossless, "ISO_14495_1",
            Uid.JPEG2000, "ISO_15444_1",
            Uid.HTJ2K, "ISO_15444_15");

    private LossyCompression() {}

    /** Adds the mark if the source syntax may lose and the data set says nothing yet. */
    static void mark(DataSet.Builder builder, DataSet dataSet, String sourceUid, long plain, long compressed) {
        String method = METHODS.get(sourceUid);
        if (method == null || dataSet.string(Tag.LossyImageCompression).isPresent()) {
            return;
        }
        builder.put(Tag.LossyImageCompression, "01");
        builder.put(Tag.LossyImageCompressionMethod, method);
        builder.putDecimals(
                Tag.LossyImageCompressionRatio, Math.round(100.0 * plain / Math.max(1, compressed)) / 100.0);
    }
}
