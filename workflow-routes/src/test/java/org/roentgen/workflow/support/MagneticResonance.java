package org.roentgen.workflow.support;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.VR;

/** A synthetic MR series: parallel planes 2 mm apart, with an invented identity. */
public final class MagneticResonance {
    public static final String SOP_CLASS = "1.2.840.10008.5.1.4.1.1.4";
    public static final int ROWS = 12;
    public static final int COLUMNS = 10;
    public static final String PATIENT_NAME = "Synthetic^Zebediah";
    public static final String PATIENT_ID = "SYN-4711";
    public final String studyUid = Fixtures.uid(UUID.randomUUID());
    public final String seriesUid = Fixtures.uid(UUID.randomUUID());
    private final String frameOfReference = Fixtures.uid(UUID.randomUUID());

    public List<DataSet> slices(int count) {
        List<DataSet> slices = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            slices.add(slice(index).build());
        }
        return slices;
    }

    /** One slice, to be changed by a test. */
    public DataSet.Builder slice(int index) {
        byte[] pixels = new byte[ROWS * COLUMNS * 2];
        Random random = new Random(index);
        for (int pixel = 0; pixel < pixels.length; pixel += 2) {
            pixels[pixel] = (byte) random.nextInt(256);
        }
        return DataSet.builder()
                .put(Tag.SpecificCharacterSet, "ISO_IR 192")
                .put(Tag.ImageType, "ORIGINAL", "PRIMARY", "M")
                .put(Tag.SOPClassUID, SOP_CLASS)
                .put(
                        Tag.SOPInstanceUID,
                        Fixtures.uid(UUID.nameUUIDFromBytes((seriesUid + index).getBytes(StandardCharsets.US_ASCII))))
                .put(Tag.StudyDate, "20260102")
                .put(Tag.StudyTime, "101112")
                .put(Tag.SeriesDate, "20260102")
                .put(Tag.AccessionNumber, "ACC-0815")
                .put(Tag.Modality, "MR")
                .put(Tag.Manufacturer, "Synthetic")
                .put(Tag.ReferringPhysicianName, "Invented^Doctor")
                .put(Tag.StudyDescription, "Synthetic brain")
                .put(Tag.SeriesDescription, "Hippocampus crop")
                .put(Tag.PatientName, PATIENT_NAME)
                .put(Tag.PatientID, PATIENT_ID + studyUid.substring(studyUid.length() - 6))
                .put(Tag.PatientBirthDate, "19500607")
                .put(Tag.PatientSex, "O")
                .put(Tag.BodyPartExamined, "BRAIN")
                .put(Tag.ScanningSequence, "GR")
                .put(Tag.SequenceVariant, "NONE")
                .put(Tag.ScanOptions)
                .put(Tag.MRAcquisitionType, "3D")
                .put(Tag.EchoTime, "3")
                .put(Tag.EchoTrainLength, "1")
                .put(Tag.SliceThickness, "2")
                .put(Tag.StudyInstanceUID, studyUid)
                .put(Tag.SeriesInstanceUID, seriesUid)
                .put(Tag.StudyID, "1")
                .putIntegers(Tag.SeriesNumber, 3)
                .putIntegers(Tag.InstanceNumber, index + 1)
                .putDecimals(Tag.ImagePositionPatient, -5, -6, 2.0 * index)
                .putDecimals(Tag.ImageOrientationPatient, 1, 0, 0, 0, 1, 0)
                .put(Tag.FrameOfReferenceUID, frameOfReference)
                .put(Tag.PositionReferenceIndicator)
                .putIntegers(Tag.SamplesPerPixel, 1)
                .put(Tag.PhotometricInterpretation, "MONOCHROME2")
                .putIntegers(Tag.Rows, ROWS)
                .putIntegers(Tag.Columns, COLUMNS)
                .putDecimals(Tag.PixelSpacing, 1, 1)
                .putIntegers(Tag.BitsAllocated, 16)
                .putIntegers(Tag.BitsStored, 12)
                .putIntegers(Tag.HighBit, 11)
                .putIntegers(Tag.PixelRepresentation, 0)
                .putBytes(Tag.PixelData, VR.OW, pixels);
    }
}
