package org.roentgen.dicom.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.TransferSyntax;
import org.roentgen.dicom.Uid;
import org.roentgen.dicom.VR;

/** Generated files: CT images of invented identity with a header as scanners write it, and one image of many frames. */
final class BenchFiles {
    private static final String ROOT = "1.2.826.0.1.3680043.10.1397.9";

    private static final int ELEMENTS_OF_ITEM = 5;

    private BenchFiles() {}

    /** So many CT images of one series, made if they are not there yet. */
    static List<Path> ct(Path directory, int count, int size) throws IOException {
        Path folder = Files.createDirectories(directory.resolve("ct-" + count + "-" + size));
        byte[] pixels = smooth(size, 1, new Random(1));
        List<Path> files = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            Path file = folder.resolve("CT%05d.dcm".formatted(number));
            files.add(file);
            if (!Files.exists(file)) {
                DicomFile.of(ctImage(number, size, pixels), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN)
                        .write(file);
            }
        }
        return files;
    }

    /** A file without pixels whose sequences hold so many elements, as reports and enhanced images have them. */
    static Path manyElements(Path directory, int elements) throws IOException {
        Path file = directory.resolve("elements-" + elements + ".dcm");
        if (!Files.exists(file)) {
            List<DataSet> items = new ArrayList<>();
            for (int number = 0; number < elements / ELEMENTS_OF_ITEM; number++) {
                items.add(DataSet.builder()
                        .put(Tag.CodeValue, "C" + number)
                        .put(Tag.CodingSchemeDesignator, "99LOCAL")
                        .put(Tag.CodeMeaning, "Meaning number " + number)
                        .putDecimals(Tag.SliceLocation, number * 0.5)
                        .putIntegers(Tag.Rows, number & 0xFFFF)
                        .build());
            }
            DataSet dataSet = DataSet.builder()
                    .put(Tag.SOPClassUID, Uid.RawDataStorage)
                    .put(Tag.SOPInstanceUID, ROOT + ".6.1")
                    .putItems(Tag.ContentSequence, items)
                    .build();
            DicomFile.of(dataSet, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN).write(file);
        }
        return file;
    }

    /** An image of one tiny frame: what a program does with it is little more than its start. */
    static Path tiny(Path directory) throws IOException {
        return multiFrame(directory, 1, 8);
    }

    /** One uncompressed secondary capture of many frames. */
    static Path multiFrame(Path directory, int frames, int size) throws IOException {
        Path file = directory.resolve("frames-" + frames + "-" + size + ".dcm");
        if (!Files.exists(file)) {
            DataSet dataSet = image(size, smooth(size, frames, new Random(2)))
                    .put(Tag.SOPClassUID, Uid.MultiFrameGrayscaleWordSecondaryCaptureImageStorage)
                    .put(Tag.SOPInstanceUID, ROOT + ".2.1")
                    .putIntegers(Tag.NumberOfFrames, frames)
                    .put(Tag.FrameIncrementPointer, "00181063")
                    .put(Tag.FrameTime, "40")
                    .put(Tag.Modality, "OT")
                    .build();
            DicomFile.of(dataSet, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN).write(file);
        }
        return file;
    }

    private static DataSet ctImage(int number, int size, byte[] pixels) {
        DataSet.Builder image = image(size, pixels)
                .put(Tag.ImageType, "ORIGINAL", "PRIMARY", "AXIAL")
                .put(Tag.SOPClassUID, Uid.CTImageStorage)
                .put(Tag.SOPInstanceUID, ROOT + ".1." + (number + 1))
                .put(Tag.Modality, "CT")
                .put(Tag.Manufacturer, "Roentgen")
                .put(Tag.StudyDescription, "Synthetic study for benchmarks")
                .put(Tag.SliceThickness, "1.25")
                .put(Tag.KVP, "120")
                .put(Tag.DataCollectionDiameter, "500")
                .put(Tag.ReconstructionDiameter, "360")
                .put(Tag.GantryDetectorTilt, "0")
                .put(Tag.TableHeight, "150")
                .put(Tag.RotationDirection, "CW")
                .put(Tag.ExposureTime, "500")
                .put(Tag.XRayTubeCurrent, "240")
                .put(Tag.Exposure, "120")
                .put(Tag.ConvolutionKernel, "STANDARD")
                .put(Tag.PatientPosition, "HFS")
                .put(Tag.ProtocolName, "6.1 Chest Routine")
                .put(Tag.AcquisitionNumber, "1")
                .put(Tag.InstanceNumber, Integer.toString(number + 1))
                .put(Tag.ImagePositionPatient, "-180", "-180", Double.toString(number * 1.25))
                .put(Tag.ImageOrientationPatient, "1", "0", "0", "0", "1", "0")
                .put(Tag.SliceLocation, Double.toString(number * 1.25))
                .put(Tag.PixelSpacing, "0.703125", "0.703125")
                .put(Tag.RescaleIntercept, "-1024")
                .put(Tag.RescaleSlope, "1")
                .put(Tag.WindowCenter, "40")
                .put(Tag.WindowWidth, "400");
        for (int group = 0x0019; group <= 0x0045; group += 2) {
            image.put(group << 16 | 0x10, VR.LO, "ROENTGEN BENCH " + group);
            for (int element = 0; element < 6; element++) {
                image.put(group << 16 | 0x1000 | element, VR.DS, Integer.toString(group * element));
            }
        }
        image.putItems(
                Tag.ProcedureCodeSequence,
                DataSet.builder()
                        .put(Tag.CodeValue, "CTCHEST")
                        .put(Tag.CodingSchemeDesignator, "99LOCAL")
                        .put(Tag.CodeMeaning, "CT of the chest")
                        .build());
        return image.build();
    }

    private static DataSet.Builder image(int size, byte[] pixels) {
        return DataSet.builder()
                .put(Tag.SpecificCharacterSet, "ISO_IR 100")
                .put(Tag.StudyDate, "20260102")
                .put(Tag.StudyTime, "101112")
                .put(Tag.AccessionNumber, "A1")
                .put(Tag.ReferringPhysicianName)
                .put(Tag.PatientName, "Synthetic^Bench")
                .put(Tag.PatientID, "BENCH-1")
                .put(Tag.PatientBirthDate)
                .put(Tag.PatientSex, "O")
                .put(Tag.StudyInstanceUID, ROOT + ".3")
                .put(Tag.SeriesInstanceUID, ROOT + ".4")
                .put(Tag.FrameOfReferenceUID, ROOT + ".5")
                .put(Tag.PositionReferenceIndicator)
                .put(Tag.StudyID, "1")
                .put(Tag.SeriesNumber, "2")
                .putIntegers(Tag.SamplesPerPixel, 1)
                .put(Tag.PhotometricInterpretation, "MONOCHROME2")
                .putIntegers(Tag.Rows, size)
                .putIntegers(Tag.Columns, size)
                .putIntegers(Tag.BitsAllocated, 16)
                .putIntegers(Tag.BitsStored, 12)
                .putIntegers(Tag.HighBit, 11)
                .putIntegers(Tag.PixelRepresentation, 0)
                .putBytes(Tag.PixelData, VR.OW, pixels);
    }

    /** A body of soft edges with noise of a scanner's size: compresses as real images do. */
    private static byte[] smooth(int size, int frames, Random random) {
        byte[] pixels = new byte[2 * size * size * frames];
        int at = 0;
        for (int frame = 0; frame < frames; frame++) {
            for (int y = 0; y < size; y++) {
                for (int x = 0; x < size; x++, at += 2) {
                    double u = 2.0 * x / size - 1;
                    double v = 2.0 * y / size - 1;
                    double radius = u * u / 0.7 + v * v / 0.5;
                    double body = radius > 1 ? 20 : 1000 + 150 * Math.sin(7 * u + 0.2 * frame) * Math.cos(5 * v);
                    int value = (int) Math.clamp(body + random.nextGaussian() * (radius > 1 ? 3 : 9), 0, 4095);
                    pixels[at] = (byte) value;
                    pixels[at + 1] = (byte) (value >> 8);
                }
            }
        }
        return pixels;
    }
}
