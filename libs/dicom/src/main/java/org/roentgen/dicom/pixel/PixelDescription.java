package org.roentgen.dicom.pixel;

import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.codec.FrameFormat;
import org.roentgen.dicom.codec.SampleFormat;
import org.roentgen.dicom.pixel.UnreadablePixelsException.Reason;

/**
 * The Image Pixel module of a data set (PS3.3 C.7.6.3), with the defaults that make sense of sloppy ones: Bits Stored is
 * Bits Allocated, High Bit is Bits Stored less one, one frame, one sample, unsigned.
 *
 * @param element tag of the element that holds the pixels: Pixel Data, Float Pixel Data or Double Float Pixel Data
 * @param format shape of each frame
 * @param frames number of frames
 * @param photometric what the samples mean
 * @param planar true if uncompressed colour lies by plane
 */
public record PixelDescription(
        int element, FrameFormat format, int frames, PhotometricInterpretation photometric, boolean planar) {

    /**
     * @throws UnreadablePixelsException if there are no pixels or an attribute has a value that it cannot have
     */
    public static PixelDescription of(DataSet dataSet) throws UnreadablePixelsException {
        int element = pixelElement(dataSet);
        int samples = dataSet.integer(Tag.SamplesPerPixel, 1);
        PhotometricInterpretation photometric = PhotometricInterpretation.find(
                        dataSet.string(Tag.PhotometricInterpretation, ""))
                .orElse(samples == 1 ? PhotometricInterpretation.MONOCHROME2 : PhotometricInterpretation.RGB);
        try {
            FrameFormat format = new FrameFormat(
                    required(dataSet, Tag.Rows, "Rows"),
                    required(dataSet, Tag.Columns, "Columns"),
                    samples,
                    sample(dataSet, element));
            int frames = Math.max(1, dataSet.integer(Tag.NumberOfFrames, 1));
            boolean planar = samples > 1 && dataSet.integer(Tag.PlanarConfiguration, 0) == 1;
            return new PixelDescription(element, format, frames, photometric, planar);
        } catch (IllegalArgumentException e) {
            throw new UnreadablePixelsException(Reason.INVALID_ATTRIBUTE, String.valueOf(e.getMessage()));
        }
    }

    /** True if the data set has an element for pixels. */
    public static boolean isPresent(DataSet dataSet) {
        return dataSet.contains(Tag.PixelData)
                || dataSet.contains(Tag.FloatPixelData)
                || dataSet.contains(Tag.DoubleFloatPixelData);
    }

    private static int pixelElement(DataSet dataSet) throws UnreadablePixelsException {
        for (int tag : new int[] {Tag.PixelData, Tag.FloatPixelData, Tag.DoubleFloatPixelData}) {
            if (dataSet.contains(tag)) {
                return tag;
            }
        }
        throw new UnreadablePixelsException(Reason.NO_PIXEL_DATA, "the data set has no Pixel Data (7FE0,0010)");
    }

    private static SampleFormat sample(DataSet dataSet, int element) throws UnreadablePixelsException {
        if (element == Tag.FloatPixelData) {
            return SampleFormat.floating(32);
        }
        if (element == Tag.DoubleFloatPixelData) {
            return SampleFormat.floating(64);
        }
        int allocated = required(dataSet, Tag.BitsAllocated, "Bits Allocated");
        int stored = dataSet.integer(Tag.BitsStored, allocated);
        int highBit = dataSet.integer(Tag.HighBit, stored - 1);
        boolean signed = dataSet.integer(Tag.PixelRepresentation, 0) == 1;
        boolean placed = highBit >= stored - 1 && highBit < allocated;
        return new SampleFormat(
                allocated,
                stored,
                placed ? highBit : stored - 1,
                signed ? SampleFormat.Kind.SIGNED : SampleFormat.Kind.UNSIGNED);
    }

    private static int required(DataSet dataSet, int tag, String name) throws UnreadablePixelsException {
        return dataSet.integer(tag)
                .orElseThrow(() -> new UnreadablePixelsException(
                        Reason.INVALID_ATTRIBUTE, name + " is absent or no number: pixels cannot be laid out"));
    }

    /** Bits of an uncompressed frame in Pixel Data; frames follow each other without padding. */
    public long nativeBits() {
        long samples = photometric.isPairwise() ? format.pixels() * 2 : format.samples();
        return samples * format.sample().bitsAllocated();
    }
}
