package org.roentgen.dicom.pixel;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.Element;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.VR;
import org.roentgen.dicom.Value;

/**
 * Whether two files hold the same instance. Archives and toolkits re-encode what they pass on: transfer syntax, character
 * set, group lengths, padding and the order of colour planes may differ; every other value may not. A lossy copy is another
 * instance.
 */
public final class InstanceComparison {
    private static final int PART = 1 << 16;

    /** Elements that speak of the encoding only. */
    private static final Set<Integer> ENCODING = Set.of(
            Tag.LengthToEnd,
            Tag.SpecificCharacterSet,
            Tag.PlanarConfiguration,
            Tag.ExtendedOffsetTable,
            Tag.ExtendedOffsetTableLengths,
            Tag.EncapsulatedPixelDataValueTotalLength,
            Tag.DataSetTrailingPadding);

    private static final Set<Integer> PIXELS = Set.of(Tag.PixelData, Tag.FloatPixelData, Tag.DoubleFloatPixelData);

    private InstanceComparison() {}

    /** True where both have the same values, decoded pixels included. */
    public static boolean isSame(DicomFile one, DicomFile other) throws IOException {
        try {
            return haveSameValues(one.dataSet(), other.dataSet()) && haveSamePixels(one, other);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static boolean haveSameValues(DataSet one, DataSet other) {
        Iterator<Element> others = compared(other).iterator();
        for (Element element : compared(one)) {
            if (!others.hasNext() || !isSame(one, element, other, others.next())) {
                return false;
            }
        }
        return !others.hasNext();
    }

    private static List<Element> compared(DataSet dataSet) {
        return StreamSupport.stream(dataSet.spliterator(), false)
                .filter(element -> (element.tag() & 0xFFFF) != 0)
                .filter(element -> !ENCODING.contains(element.tag()) && !PIXELS.contains(element.tag()))
                .toList();
    }

    private static boolean isSame(DataSet one, Element first, DataSet other, Element second) {
        if (first.tag() != second.tag()) {
            return false;
        }
        VR vr = one.vr(first);
        if (vr == VR.SQ || other.vr(second) == VR.SQ) {
            return haveSameItems(one.items(first.tag()), other.items(second.tag()));
        }
        return vr.isString() && other.vr(second).isString()
                ? one.strings(first).equals(other.strings(second))
                : haveSameBytes(one.data(first), other.data(second));
    }

    private static boolean haveSameItems(List<DataSet> items, List<DataSet> others) {
        if (items.size() != others.size()) {
            return false;
        }
        for (int index = 0; index < items.size(); index++) {
            if (!haveSameValues(items.get(index), others.get(index))) {
                return false;
            }
        }
        return true;
    }

    private static boolean haveSamePixels(DicomFile one, DicomFile other) throws IOException {
        for (int tag : PIXELS) {
            if (one.dataSet().contains(tag) != other.dataSet().contains(tag)) {
                return false;
            }
        }
        if (PIXELS.stream().noneMatch(one.dataSet()::contains) || areStoredAlike(one, other)) {
            return true;
        }
        if (!PixelReader.canRead(one) || !PixelReader.canRead(other)) {
            return false;
        }
        try {
            return PixelDigest.of(PixelReader.of(one)).equals(PixelDigest.of(PixelReader.of(other)));
        } catch (UnreadablePixelsException _) {
            return false;
        }
    }

    private static boolean areStoredAlike(DicomFile one, DicomFile other) throws IOException {
        if (!one.meta()
                .transferSyntax()
                .uid()
                .equals(other.meta().transferSyntax().uid())) {
            return false;
        }
        for (int tag : PIXELS) {
            if (one.dataSet().contains(tag)
                    && !areAlike(
                            one.dataSet().element(tag).orElseThrow().value(),
                            other.dataSet().element(tag).orElseThrow().value())) {
                return false;
            }
        }
        return true;
    }

    private static boolean areAlike(Value one, Value other) throws IOException {
        if (one instanceof Value.Data data && other instanceof Value.Data otherData) {
            return haveSameBytes(data, otherData);
        }
        if (!(one instanceof Value.Fragments fragments)
                || !(other instanceof Value.Fragments others)
                || fragments.fragments().size() != others.fragments().size()) {
            return false;
        }
        for (int index = 0; index < fragments.fragments().size(); index++) {
            if (!haveSameBytes(
                    fragments.fragments().get(index), others.fragments().get(index))) {
                return false;
            }
        }
        return true;
    }

    /** A byte that pads an odd length does not count. */
    private static boolean haveSameBytes(Value.Data one, Value.Data other) {
        if (one.length() + (one.length() & 1) != other.length() + (other.length() & 1)) {
            return false;
        }
        long left = Math.min(one.length(), other.length());
        try (InputStream first = one.open();
                InputStream second = other.open()) {
            while (left > 0) {
                int part = (int) Math.min(PART, left);
                if (!Arrays.equals(first.readNBytes(part), second.readNBytes(part))) {
                    return false;
                }
                left -= part;
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
