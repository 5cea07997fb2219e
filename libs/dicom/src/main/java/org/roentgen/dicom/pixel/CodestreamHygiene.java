package org.roentgen.dicom.pixel;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.roentgen.dicom.Bytes;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.TransferSyntax;
import org.roentgen.dicom.Uid;
import org.roentgen.dicom.Value;

/**
 * Blanks what compressed frames carry beside the image: comments, application segments, boxes of metadata, bytes behind the end.
 * All lengths stay, so that offset tables stay right, and so does every decoded value. Video and syntaxes that are not known
 * stay as they are.
 */
public final class CodestreamHygiene {
    private static final String JPEG_ROOT = "1.2.840.10008.1.2.4.";
    private static final int FIRST_JPEG = 50;
    private static final int LAST_JPEG = 93;
    private static final int FIRST_HIGH_THROUGHPUT = 201;
    private static final int LAST_HIGH_THROUGHPUT = 203;

    private CodestreamHygiene() {}

    /**
     * The pixels without such bytes; the same object where there are none.
     *
     * @throws IOException if a fragment on disk cannot be read
     */
    public static Value.Fragments clean(DataSet dataSet, Value.Fragments pixels, TransferSyntax syntax)
            throws IOException {
        boolean isRle = syntax.uid().equals(Uid.RLELossless);
        if (!isRle && !isJpeg(syntax.uid())) {
            return pixels;
        }
        int[] starts = starts(dataSet, pixels);
        List<Value.Data> fragments = new ArrayList<>(pixels.fragments());
        boolean changed = false;
        for (int frame = 0; frame + 1 < starts.length; frame++) {
            byte[] before = join(pixels.fragments().subList(starts[frame], starts[frame + 1]));
            byte[] after = before.clone();
            if (isRle) {
                RleHygiene.blank(after, pixelsOf(dataSet));
            } else {
                new MarkerHygiene(after).blank();
            }
            if (!Arrays.equals(before, after)) {
                changed = true;
                split(after, fragments.subList(starts[frame], starts[frame + 1]));
            }
        }
        return changed ? new Value.Fragments(pixels.offsetTable(), fragments) : pixels;
    }

    private static boolean isJpeg(String syntax) {
        int last = syntax.startsWith(JPEG_ROOT) ? number(syntax.substring(JPEG_ROOT.length())) : 0;
        return last >= FIRST_JPEG && last <= LAST_JPEG || last >= FIRST_HIGH_THROUGHPUT && last <= LAST_HIGH_THROUGHPUT;
    }

    private static int number(String digits) {
        return digits.matches("\\d{1,4}") ? Integer.parseInt(digits) : 0;
    }

    private static long pixelsOf(DataSet dataSet) {
        return (long) dataSet.integer(Tag.Rows, 0) * dataSet.integer(Tag.Columns, 0);
    }

    /** Where nothing tells the frames apart, each fragment is taken for one. */
    private static int[] starts(DataSet dataSet, Value.Fragments pixels) throws IOException {
        try {
            return FragmentIndex.of(dataSet, pixels, Math.max(1, dataSet.integer(Tag.NumberOfFrames, 1)));
        } catch (UnreadablePixelsException e) {
            int[] each = new int[pixels.fragments().size() + 1];
            Arrays.setAll(each, i -> i);
            return each;
        }
    }

    private static byte[] join(List<Value.Data> fragments) throws IOException {
        if (fragments.size() == 1) {
            return fragments.getFirst().toBytes();
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (Value.Data fragment : fragments) {
            whole.write(fragment.toBytes());
        }
        return whole.toByteArray();
    }

    private static void split(byte[] frame, List<Value.Data> fragments) {
        int at = 0;
        for (int i = 0; i < fragments.size(); i++) {
            int length = Math.toIntExact(fragments.get(i).length());
            fragments.set(i, Bytes.copyOf(Arrays.copyOfRange(frame, at, at + length)));
            at += length;
        }
    }
}
