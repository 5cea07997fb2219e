package org.roentgen.dicom.deidentify;

import java.io.IOException;
import java.util.Arrays;
import org.roentgen.dicom.Bulk;
import org.roentgen.dicom.Bytes;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.Element;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.Tags;
import org.roentgen.dicom.TransferSyntax;
import org.roentgen.dicom.Value;
import org.roentgen.dicom.codec.SampleFormat;
import org.roentgen.dicom.pixel.CodestreamHygiene;
import org.roentgen.dicom.pixel.PixelDescription;
import org.roentgen.dicom.pixel.Transcoder;
import org.roentgen.dicom.pixel.UnreadablePixelsException;

/**
 * Takes out of pixel data what is no pixel: bytes behind the last frame, overlays in unused bits (PS3.5 section 8.1.2, retired),
 * and what compressed frames carry beside the image. Stored values stay as they are.
 */
final class PixelLeftovers {
    private static final int OVERLAYS = 0x6000;
    private static final int OVERLAY_MASK = 0xFF00;
    private static final int BIT_POSITION = 0x0102;
    private static final int OVERLAY_DATA = 0x3000;

    private PixelLeftovers() {}

    /** The same file where there is nothing to take out. */
    static DicomFile remove(DicomFile file) throws IOException {
        Element element = file.dataSet().element(Tag.PixelData).orElse(null);
        if (element == null) {
            return file;
        }
        if (hasEmbeddedOverlay(file.dataSet())) {
            return withoutUnusedBits(file);
        }
        Value value =
                switch (element.value()) {
                    case Value.Data data -> cut(file.dataSet(), data);
                    case Value.Fragments fragments ->
                        CodestreamHygiene.clean(
                                file.dataSet(), fragments, file.meta().transferSyntax());
                    default -> element.value();
                };
        return value == element.value() ? file : with(file, element, value);
    }

    private static DicomFile with(DicomFile file, Element element, Value value) {
        DataSet changed = file.dataSet().toBuilder()
                .putElement(new Element(element.tag(), element.vr(), value))
                .build();
        return new DicomFile(file.meta(), changed, file.repairs());
    }

    private static Value.Data cut(DataSet dataSet, Value.Data data) throws IOException {
        long length = nativeBytes(dataSet);
        if (length <= 0 || data.length() <= length) {
            return data;
        }
        return switch (data) {
            case Bulk bulk -> new Bulk(bulk.file(), bulk.offset(), length, bulk.swapUnit());
            case Bytes bytes -> Bytes.copyOf(Arrays.copyOf(bytes.toBytes(), Math.toIntExact(length)));
        };
    }

    /** Bytes of all frames, even; 0 where the description says nothing that makes sense. */
    private static long nativeBytes(DataSet dataSet) {
        long samples = (long) dataSet.integer(Tag.Rows, 0)
                * dataSet.integer(Tag.Columns, 0)
                * dataSet.integer(Tag.SamplesPerPixel, 1);
        long bits =
                samples * dataSet.integer(Tag.BitsAllocated, 0) * Math.max(1, dataSet.integer(Tag.NumberOfFrames, 1));
        return (bits + 15) / 16 * 2;
    }

    /** An overlay that says where its bits are and has none of its own. */
    private static boolean hasEmbeddedOverlay(DataSet dataSet) {
        for (Element element : dataSet) {
            int tag = element.tag();
            boolean isPosition = (Tags.group(tag) & OVERLAY_MASK) == OVERLAYS && Tags.element(tag) == BIT_POSITION;
            if (isPosition
                    && dataSet.integer(tag, 0) > 0
                    && !dataSet.contains(Tags.of(Tags.group(tag), OVERLAY_DATA))) {
                return true;
            }
        }
        return false;
    }

    private static DicomFile withoutUnusedBits(DicomFile file) throws IOException {
        try {
            TransferSyntax source = file.meta().transferSyntax();
            boolean plain = !source.encapsulated() && !source.bigEndian() && !source.swapsPixels();
            DicomFile uncompressed =
                    plain ? file : Transcoder.transcode(file, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
            DataSet dataSet = uncompressed.dataSet();
            SampleFormat sample = PixelDescription.of(dataSet).format().sample();
            Element element = dataSet.element(Tag.PixelData).orElseThrow();
            if (!(element.value() instanceof Value.Data data) || sample.bitsAllocated() % 8 != 0) {
                throw new RefusedException("an overlay lies in unused bits of pixels, which cannot be taken out of "
                        + sample.bitsAllocated() + " bits: make it a plane of its own (60xx,3000)");
            }
            byte[] bytes = cut(dataSet, data).toBytes();
            mask(bytes, sample);
            return with(uncompressed, element, Bytes.copyOf(bytes));
        } catch (UnreadablePixelsException e) {
            throw new RefusedException(
                    "an overlay lies in unused bits of pixels that cannot be read: " + e.getMessage());
        }
    }

    /** Bits below the stored ones become 0, those above 0 or the sign. */
    private static void mask(byte[] bytes, SampleFormat sample) {
        int size = sample.bytes();
        int unusedAbove = Long.SIZE - 1 - sample.highBit();
        int unusedBelow = sample.highBit() + 1 - sample.bitsStored();
        for (int at = 0; at + size <= bytes.length; at += size) {
            long cell = 0;
            for (int b = size - 1; b >= 0; b--) {
                cell = cell << 8 | bytes[at + b] & 0xFF;
            }
            long high = cell << unusedAbove;
            long stored = sample.signed() ? high >> unusedAbove : high >>> unusedAbove;
            stored = stored >> unusedBelow << unusedBelow;
            for (int b = 0; b < size; b++) {
                bytes[at + b] = (byte) (stored >> 8 * b);
            }
        }
    }
}
