package org.roentgen.dicom.deidentify.burnedin;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.TransferSyntax;
import org.roentgen.dicom.Uid;
import org.roentgen.dicom.codec.FrameCodecs;
import org.roentgen.dicom.deidentify.DoubtfulPixelsException;
import org.roentgen.dicom.deidentify.RefusedException;
import org.roentgen.dicom.pixel.PixelReader;
import org.roentgen.dicom.pixel.Transcoder;
import org.roentgen.dicom.pixel.UnreadablePixelsException;

/**
 * Blanks what identifies people in the pixels of an image: where its device is known to write, what lies outside the regions of
 * ultrasound, and every line of text that is found. All other pixels stay bit for bit; an image in which nothing is found stays
 * as it is encoded. What is found in one frame goes in all of them: text mostly stays from frame to frame, and over moving tissue it is
 * missed in some. The result is looked at once more.
 */
public final class PixelCleaner {
    private static final int MOST_LOOKS = 5;
    private static final Set<String> NUMBERS = Set.of(
            Uid.RTDoseStorage, Uid.SegmentationStorage, Uid.LabelMapSegmentationStorage, Uid.ParametricMapStorage);

    private PixelCleaner() {}

    /**
     * True for images of grey or colour; segmentations, maps of numbers and tissue under the microscope hold no text unless they
     * say so. The label of a slide is an image of its own.
     */
    public static boolean isImage(DataSet dataSet) {
        return dataSet.contains(Tag.PixelData)
                && dataSet.integer(Tag.BitsAllocated, 0) > 1
                && (dataSet.string(Tag.BurnedInAnnotation, "").equals("YES") || !isTextless(dataSet));
    }

    private static boolean isTextless(DataSet dataSet) {
        String sopClass = dataSet.string(Tag.SOPClassUID, "");
        return NUMBERS.contains(sopClass)
                || sopClass.equals(Uid.VLWholeSlideMicroscopyImageStorage)
                        && dataSet.strings(Tag.ImageType).contains("VOLUME");
    }

    /**
     * Looks at an image and blanks what has to go.
     *
     * @throws RefusedException if the pixels cannot be decoded
     * @throws DoubtfulPixelsException if text is still there after blanking, or the header says that there is text and none is
     *     found
     */
    public static Cleaned clean(DicomFile file) throws IOException {
        try {
            return look(file);
        } catch (UnreadablePixelsException e) {
            throw new RefusedException("the pixels cannot be looked at: " + e.getMessage());
        }
    }

    /**
     * Blanks what a person has decided, and nothing else.
     *
     * @throws RefusedException if the pixels cannot be decoded
     */
    public static Cleaned blank(DicomFile file, List<Box> decided) throws IOException {
        if (decided.isEmpty()) {
            return new Cleaned(file, List.of(), List.of());
        }
        try {
            DataSet dataSet = file.dataSet();
            BitSet mask = mask(decided, List.of(), dataSet.integer(Tag.Columns, 0), dataSet.integer(Tag.Rows, 0));
            return new Cleaned(blank(file, mask), decided, List.of());
        } catch (UnreadablePixelsException e) {
            throw new RefusedException("the pixels cannot be looked at: " + e.getMessage());
        }
    }

    private static Cleaned look(DicomFile file) throws IOException {
        DataSet dataSet = file.dataSet();
        PixelReader pixels = PixelReader.of(file);
        int columns = pixels.description().format().columns();
        int rows = pixels.description().format().rows();
        List<Box> regions = UltrasoundRegions.of(dataSet);
        Set<Box> boxes = new LinkedHashSet<>();
        for (Box box : DeviceSignatures.of(dataSet)) {
            boxes.add(box.within(columns, rows));
        }
        boxes.removeIf(Box::isEmpty);
        MarkReader marks = new MarkReader(TextReader.INSTANCE, dataSet);
        boxes.addAll(text(pixels, mask(List.copyOf(boxes), regions, columns, rows), marks, TextFinder.HIGH));
        if (boxes.isEmpty() && regions.isEmpty()) {
            if (dataSet.string(Tag.BurnedInAnnotation, "").equals("YES")) {
                throw new DoubtfulPixelsException(
                        "(0028,0301) says that text is burned in, and none was found: a person has to look", List.of());
            }
            return new Cleaned(file, List.of(), List.of());
        }
        List<Box> blanked = new ArrayList<>(boxes);
        DicomFile result = file;
        for (int looks = 0; looks < MOST_LOOKS; looks++) {
            BitSet mask = mask(blanked, regions, columns, rows);
            result = blank(file, mask);
            List<Box> left = text(PixelReader.of(result), mask, marks, TextFinder.SURE);
            if (left.isEmpty()) {
                return new Cleaned(result, blanked, regions);
            }
            blanked.addAll(left);
        }
        throw new DoubtfulPixelsException(
                "after blanking " + blanked.size() + " places there is still text in the pixels: a person has to look",
                blanked);
    }

    /** The lines of text of all frames that are no marks, but for what is blanked already. */
    private static List<Box> text(PixelReader pixels, BitSet blanked, MarkReader marks, double least)
            throws IOException {
        Set<Box> boxes = new LinkedHashSet<>();
        for (int frame = 0; frame < pixels.frames(); frame++) {
            for (Plane plane : Planes.of(pixels, frame)) {
                Plane rest = plane.without(blanked);
                for (Box box : marks.identifying(rest, TextFinder.INSTANCE.find(rest), least)) {
                    boxes.add(box.within(plane.width(), plane.height()));
                }
            }
        }
        int columns = pixels.description().format().columns();
        boxes.removeIf(box -> isIn(blanked, box, columns));
        return List.copyOf(boxes);
    }

    private static BitSet mask(List<Box> boxes, List<Box> regions, int columns, int rows) {
        BitSet mask = new BitSet(columns * rows);
        if (!regions.isEmpty()) {
            mask.set(0, columns * rows);
            regions.forEach(region -> fill(mask, region.within(columns, rows), columns, false));
        }
        boxes.forEach(box -> fill(mask, box.within(columns, rows), columns, true));
        return mask;
    }

    /** True where all pixels are in a mask. */
    private static boolean isIn(BitSet mask, Box box, int columns) {
        return IntStream.range(box.y(), box.bottom())
                .allMatch(y -> mask.nextClearBit(y * columns + box.x()) >= y * columns + box.right());
    }

    private static void fill(BitSet mask, Box box, int columns, boolean value) {
        for (int y = box.y(); y < box.bottom(); y++) {
            mask.set(y * columns + box.x(), y * columns + box.right(), value);
        }
    }

    /** The same pixels of every frame. */
    private static DicomFile blank(DicomFile file, BitSet mask) throws IOException {
        return blank(file, _ -> mask);
    }

    /**
     * The file with masked pixels as dark as the darkest of their frame, all others as they were: uncompressed, or in the same syntax
     * where that loses nothing and is written here.
     *
     * @param masks for a frame, from 0, a bit for each pixel, row by row
     */
    public static DicomFile blank(DicomFile file, IntFunction<BitSet> masks) throws IOException {
        TransferSyntax source = file.meta().transferSyntax();
        boolean plain = !source.encapsulated() && !source.bigEndian() && !source.swapsPixels();
        DicomFile uncompressed = plain ? file : Transcoder.transcode(file, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        DicomFile blanked = NativeBlanking.apply(uncompressed, masks);
        return source.encapsulated() && FrameCodecs.encodable().contains(source.uid())
                ? Transcoder.transcode(blanked, source)
                : blanked;
    }
}
