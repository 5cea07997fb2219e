package org.roentgen.dicom.deidentify.face;

import java.util.ArrayList;
import java.util.List;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.TransferSyntax;
import org.roentgen.dicom.Uid;
import org.roentgen.dicom.VR;
import org.roentgen.dicom.deidentify.face.HeadPhantom.Part;
import org.roentgen.dicom.geometry.PlaneGeometry;
import org.roentgen.dicom.geometry.Vector3;

/**
 * Images of the phantom.
 *
 * @param planes in the order of the instances
 * @param intercept of Hounsfield units; for MR 0
 * @param padding stored outside of the round field of view of CT
 */
public record PhantomScan(
        HeadPhantom phantom,
        List<PlaneGeometry> planes,
        boolean isComputedTomography,
        int intercept,
        boolean isSigned,
        int padding) {
    static final int SIZE = 112;
    static final double SPACING = 2.4;
    private static final double FIELD = SIZE * SPACING / 2;

    static PhantomScan computedTomography(HeadPhantom phantom, List<PlaneGeometry> planes) {
        return new PhantomScan(phantom, planes, true, -1024, false, 0);
    }

    public static PhantomScan magneticResonance(HeadPhantom phantom, List<PlaneGeometry> planes) {
        return new PhantomScan(phantom, planes, false, 0, false, 0);
    }

    /** Planes through the head, the middle pixel of the middle one in its middle. */
    public static List<PlaneGeometry> planes(Vector3 row, Vector3 column, Vector3 step, int count) {
        Vector3 middle = row.times(FIELD).plus(column.times(FIELD)).plus(step.times((count - 1) / 2.0));
        List<PlaneGeometry> planes = new ArrayList<>();
        for (int slice = 0; slice < count; slice++) {
            planes.add(new PlaneGeometry(
                    step.times(slice).minus(middle).plus(new Vector3(0, 0, -5)),
                    row,
                    column,
                    SPACING,
                    SPACING,
                    SIZE,
                    SIZE));
        }
        return planes;
    }

    /** 64 slices of 4 mm from the chin to 20 mm above the top of the head. */
    public static List<PlaneGeometry> axial() {
        return planes(new Vector3(1, 0, 0), new Vector3(0, 1, 0), new Vector3(0, 0, 4), 64);
    }

    Part part(int plane, int pixel) {
        PlaneGeometry geometry = planes.get(plane);
        Vector3 point = geometry.toPatient(pixel % SIZE, pixel / SIZE);
        return phantom.at(point.x(), point.y(), point.z());
    }

    public List<DicomFile> singleFrames() {
        List<DicomFile> files = new ArrayList<>();
        for (int plane = 0; plane < planes.size(); plane++) {
            PlaneGeometry geometry = planes.get(plane);
            DataSet.Builder builder = common(isComputedTomography ? Uid.CTImageStorage : Uid.MRImageStorage, plane)
                    .putDecimals(Tag.ImagePositionPatient, values(geometry.position()))
                    .putDecimals(Tag.ImageOrientationPatient, directions(geometry))
                    .putDecimals(Tag.PixelSpacing, SPACING, SPACING)
                    .putBytes(Tag.PixelData, VR.OW, pixels(plane));
            if (isComputedTomography) {
                builder.putDecimals(Tag.RescaleSlope, 1).putDecimals(Tag.RescaleIntercept, intercept);
            }
            files.add(DicomFile.of(builder.build(), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN));
        }
        return files;
    }

    /** All planes as frames of one instance (PS3.3 C.7.6.16). */
    DicomFile multiFrame() {
        byte[] all = new byte[planes.size() * SIZE * SIZE * 2];
        List<DataSet> frames = new ArrayList<>();
        for (int plane = 0; plane < planes.size(); plane++) {
            System.arraycopy(pixels(plane), 0, all, plane * SIZE * SIZE * 2, SIZE * SIZE * 2);
            frames.add(DataSet.builder()
                    .putItems(
                            Tag.PlanePositionSequence,
                            DataSet.builder()
                                    .putDecimals(
                                            Tag.ImagePositionPatient,
                                            values(planes.get(plane).position()))
                                    .build())
                    .putItems(
                            Tag.PlaneOrientationSequence,
                            DataSet.builder()
                                    .putDecimals(Tag.ImageOrientationPatient, directions(planes.get(plane)))
                                    .build())
                    .build());
        }
        DataSet.Builder shared = DataSet.builder()
                .putItems(
                        Tag.PixelMeasuresSequence,
                        DataSet.builder()
                                .putDecimals(Tag.PixelSpacing, SPACING, SPACING)
                                .build());
        if (isComputedTomography) {
            shared.putItems(
                    Tag.PixelValueTransformationSequence,
                    DataSet.builder()
                            .putDecimals(Tag.RescaleSlope, 1)
                            .putDecimals(Tag.RescaleIntercept, intercept)
                            .build());
        }
        DataSet image = common(isComputedTomography ? Uid.EnhancedCTImageStorage : Uid.EnhancedMRImageStorage, 0)
                .putIntegers(Tag.NumberOfFrames, planes.size())
                .putItems(Tag.SharedFunctionalGroupsSequence, shared.build())
                .putItems(Tag.PerFrameFunctionalGroupsSequence, frames)
                .putBytes(Tag.PixelData, VR.OW, all)
                .build();
        return DicomFile.of(image, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
    }

    private DataSet.Builder common(String sopClass, int number) {
        return DataSet.builder()
                .put(Tag.SOPClassUID, sopClass)
                .put(Tag.SOPInstanceUID, "2.25.1000" + number)
                .put(Tag.StudyInstanceUID, "2.25.2000")
                .put(Tag.SeriesInstanceUID, "2.25.3000")
                .put(Tag.FrameOfReferenceUID, "2.25.4000")
                .put(Tag.Modality, isComputedTomography ? "CT" : "MR")
                .put(Tag.BodyPartExamined, "HEAD")
                .put(Tag.PhotometricInterpretation, "MONOCHROME2")
                .putIntegers(Tag.InstanceNumber, number + 1)
                .putIntegers(Tag.SamplesPerPixel, 1)
                .putIntegers(Tag.Rows, SIZE)
                .putIntegers(Tag.Columns, SIZE)
                .putIntegers(Tag.BitsAllocated, 16)
                .putIntegers(Tag.BitsStored, 16)
                .putIntegers(Tag.HighBit, 15)
                .putIntegers(Tag.PixelRepresentation, isSigned ? 1 : 0);
    }

    private byte[] pixels(int plane) {
        byte[] bytes = new byte[SIZE * SIZE * 2];
        int noise = plane * 7919 + 1;
        for (int pixel = 0; pixel < SIZE * SIZE; pixel++) {
            noise = noise * 1_103_515_245 + 12_345;
            int stored = stored(part(plane, pixel), (noise >>> 16) % 11 - 5, pixel);
            bytes[2 * pixel] = (byte) stored;
            bytes[2 * pixel + 1] = (byte) (stored >> 8);
        }
        return bytes;
    }

    private int stored(Part part, int noise, int pixel) {
        if (!isComputedTomography) {
            return part.signal() + noise;
        }
        double x = (pixel % SIZE - SIZE / 2.0) * SPACING;
        double y = (pixel / SIZE - SIZE / 2.0) * SPACING;
        return x * x + y * y > FIELD * FIELD ? padding : part.hounsfield() + noise - intercept;
    }

    private static double[] values(Vector3 vector) {
        return new double[] {vector.x(), vector.y(), vector.z()};
    }

    private static double[] directions(PlaneGeometry plane) {
        Vector3 row = plane.rowDirection();
        Vector3 column = plane.columnDirection();
        return new double[] {row.x(), row.y(), row.z(), column.x(), column.y(), column.z()};
    }
}
