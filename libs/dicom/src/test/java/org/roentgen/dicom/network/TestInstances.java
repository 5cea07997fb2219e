package org.roentgen.dicom.network;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.TransferSyntax;
import org.roentgen.dicom.VR;

/** Small synthetic instances with invented identities. */
public final class TestInstances {
    public static final String CT_IMAGE_STORAGE = "1.2.840.10008.5.1.4.1.1.2";
    public static final String STUDY = "1.2.826.0.1.3680043.10.1895.1";

    private TestInstances() {}

    /** A CT slice of {@code size} x {@code size} noise, the UID ending in {@code number}. */
    public static DataSet ct(int number, int size) {
        byte[] pixels = new byte[size * size * 2];
        new Random(number).nextBytes(pixels);
        return DataSet.builder()
                .put(Tag.SOPClassUID, CT_IMAGE_STORAGE)
                .put(Tag.SOPInstanceUID, STUDY + ".1." + number)
                .put(Tag.StudyDate, "20260102")
                .put(Tag.StudyTime, "030405")
                .put(Tag.AccessionNumber, "A1")
                .put(Tag.Modality, "CT")
                .put(Tag.ReferringPhysicianName, "")
                .put(Tag.PatientName, "Synthetic^Sample")
                .put(Tag.PatientID, "SYN-1")
                .put(Tag.PatientBirthDate, "19700101")
                .put(Tag.PatientSex, "O")
                .put(Tag.StudyInstanceUID, STUDY)
                .put(Tag.SeriesInstanceUID, STUDY + ".1")
                .put(Tag.StudyID, "1")
                .put(Tag.SeriesNumber, "1")
                .put(Tag.InstanceNumber, Integer.toString(number))
                .putIntegers(Tag.SamplesPerPixel, 1)
                .put(Tag.PhotometricInterpretation, "MONOCHROME2")
                .putIntegers(Tag.Rows, size)
                .putIntegers(Tag.Columns, size)
                .putIntegers(Tag.BitsAllocated, 16)
                .putIntegers(Tag.BitsStored, 16)
                .putIntegers(Tag.HighBit, 15)
                .putIntegers(Tag.PixelRepresentation, 0)
                .putBytes(Tag.PixelData, VR.OW, pixels)
                .build();
    }

    /** Writes {@link #ct} in Explicit VR Little Endian to {@code <number>.dcm}. */
    public static Path writeCt(Path directory, int number, int size) throws IOException {
        Path file = directory.resolve(number + ".dcm");
        DicomFile.of(ct(number, size), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN).write(file);
        return file;
    }
}
