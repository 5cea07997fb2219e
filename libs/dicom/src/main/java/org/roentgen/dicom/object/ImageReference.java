package org.roentgen.dicom.object;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Tag;

/**
 * Names an image and possibly some of its frames (PS3.3 table 10-3).
 *
 * @param frames counted from 1; empty for all of them
 */
public record ImageReference(String sopClassUid, String sopInstanceUid, List<Integer> frames) {
    public ImageReference {
        frames = List.copyOf(frames);
    }

    /** The image, or the one frame of a multi-frame image. */
    public static ImageReference of(SourceSlice slice) {
        return new ImageReference(
                slice.image().string(Tag.SOPClassUID, ""),
                slice.image().string(Tag.SOPInstanceUID, ""),
                slice.multiFrame() ? List.of(slice.frame() + 1) : List.of());
    }

    /** The reference in an item; empty where it names no instance. */
    public static Optional<ImageReference> of(DataSet item) {
        return item.string(Tag.ReferencedSOPInstanceUID)
                .map(uid -> new ImageReference(
                        item.string(Tag.ReferencedSOPClassUID, ""),
                        uid,
                        Arrays.stream(item.integers(Tag.ReferencedFrameNumber))
                                .boxed()
                                .toList()));
    }

    /** The item of a reference sequence. */
    public DataSet toItem() {
        DataSet.Builder builder = DataSet.builder()
                .put(Tag.ReferencedSOPClassUID, sopClassUid)
                .put(Tag.ReferencedSOPInstanceUID, sopInstanceUid);
        if (!frames.isEmpty()) {
            builder.putIntegers(
                    Tag.ReferencedFrameNumber,
                    frames.stream().mapToInt(Integer::intValue).toArray());
        }
        return builder.build();
    }
}
