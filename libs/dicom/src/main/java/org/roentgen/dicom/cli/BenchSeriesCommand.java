package org.roentgen.dicom.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.TransferSyntax;
import org.roentgen.dicom.Uid;
import org.roentgen.dicom.VR;

/** Writes CT instances of an invented patient, with the attributes of a scanner's and noise for pixels, to time programs on. */
final class BenchSeriesCommand implements Subcommand {
    private static final int SIZE = 512;
    private static final String ROOT = "1.2.826.0.1.3680043.10.99.";

    @Override
    public String usage() {
        return "bench-series DIR [--instances N]";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) throws IOException {
        Arguments parsed = Arguments.parse(arguments, Set.of("--instances"), Set.of());
        Path directory = parsed.onlyPath("DIR");
        int instances = Integer.parseInt(parsed.option("--instances").orElse("2000"));
        Files.createDirectories(directory);
        byte[] pixels = new byte[2 * SIZE * SIZE];
        new Random(1).nextBytes(pixels);
        for (int i = 1; i <= instances; i++) {
            DicomFile.of(instance(i, pixels), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN)
                    .write(directory.resolve("%05d.dcm".formatted(i)));
        }
        out.println(instances + " instances in " + directory);
        return DONE;
    }

    private static DataSet instance(int number, byte[] pixels) {
        DataSet.Builder builder = DataSet.builder()
                .put(Tag.SpecificCharacterSet, "ISO_IR 100")
                .put(Tag.ImageType, "ORIGINAL", "PRIMARY", "AXIAL")
                .put(Tag.SOPClassUID, Uid.CTImageStorage)
                .put(Tag.SOPInstanceUID, ROOT + "3." + number)
                .put(Tag.StudyInstanceUID, ROOT + "1")
                .put(Tag.SeriesInstanceUID, ROOT + "2." + number / 200)
                .put(Tag.FrameOfReferenceUID, ROOT + "4")
                .put(Tag.Modality, "CT")
                .put(Tag.AccessionNumber, "A4711")
                .put(Tag.PatientName, "Invented^Person")
                .put(Tag.PatientID, "0815-4711")
                .put(Tag.PatientBirthDate, "19500101")
                .put(Tag.PatientSex, "F")
                .put(Tag.PatientAge, "074Y")
                .put(Tag.ReferringPhysicianName, "Invented^Referrer")
                .put(Tag.InstitutionName, "Invented Hospital")
                .put(Tag.StationName, "CT1")
                .put(Tag.Manufacturer, "Invented")
                .put(Tag.ManufacturerModelName, "Scanner 7")
                .put(Tag.DeviceSerialNumber, "998877")
                .put(Tag.SoftwareVersions, "1.0")
                .put(Tag.StudyDescription, "CT chest")
                .put(Tag.SeriesDescription, "axial thin")
                .put(Tag.ProtocolName, "chest routine")
                .put(Tag.PatientPosition, "HFS")
                .put(Tag.PhotometricInterpretation, "MONOCHROME2")
                .put(Tag.ConvolutionKernel, "B30s")
                .putIntegers(Tag.SeriesNumber, number / 200)
                .putIntegers(Tag.InstanceNumber, number)
                .putIntegers(Tag.KVP, 120)
                .putDecimals(Tag.ImagePositionPatient, -250, -250, number)
                .putDecimals(Tag.ImageOrientationPatient, 1, 0, 0, 0, 1, 0)
                .putDecimals(Tag.PixelSpacing, 0.7, 0.7)
                .putDecimals(Tag.SliceThickness, 1)
                .putDecimals(Tag.RescaleIntercept, -1024)
                .putDecimals(Tag.RescaleSlope, 1)
                .putIntegers(Tag.SamplesPerPixel, 1)
                .putIntegers(Tag.Rows, SIZE)
                .putIntegers(Tag.Columns, SIZE)
                .putIntegers(Tag.BitsAllocated, 16)
                .putIntegers(Tag.BitsStored, 16)
                .putIntegers(Tag.HighBit, 15)
                .putIntegers(Tag.PixelRepresentation, 0)
                .putItems(
                        Tag.RequestAttributesSequence,
                        DataSet.builder().put(Tag.RequestedProcedureID, "R1").build())
                .putItems(
                        Tag.ReferencedImageSequence,
                        DataSet.builder()
                                .put(Tag.ReferencedSOPClassUID, Uid.CTImageStorage)
                                .put(Tag.ReferencedSOPInstanceUID, ROOT + "3.1")
                                .build())
                .put(0x00290010, VR.LO, "INVENTED HEADER")
                .putBytes(0x00291010, VR.OB, new byte[4096])
                .putBytes(Tag.PixelData, VR.OW, pixels);
        for (int tag : new int[] {Tag.StudyDate, Tag.SeriesDate, Tag.AcquisitionDate, Tag.ContentDate}) {
            builder.put(tag, "20240607");
        }
        for (int tag : new int[] {Tag.StudyTime, Tag.SeriesTime, Tag.AcquisitionTime, Tag.ContentTime}) {
            builder.put(tag, "101112.250");
        }
        return builder.build();
    }
}
