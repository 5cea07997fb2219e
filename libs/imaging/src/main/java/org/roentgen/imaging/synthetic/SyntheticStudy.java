package org.roentgen.imaging.synthetic;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.Uid;
import org.roentgen.dicom.VR;
import org.roentgen.dicom.geometry.Vector3;
import org.roentgen.dicom.object.DerivedObject;
import org.roentgen.dicom.object.SecondaryCaptureBuilder;
import org.roentgen.dicom.object.Uids;
import org.roentgen.imaging.Volume;
import org.roentgen.imaging.VolumeGrid;

/** Writes a phantom as an axial MR series and as a capture with the identity burned in, all of one invented study. */
final class SyntheticStudy {
    private static final LocalDateTime ACQUIRED = LocalDateTime.of(2026, 1, 5, 9, 30, 0);
    private static final int CAPTURE_SIZE = 256;
    private static final int TEXT_SCALE = 2;
    private static final int TEXT_LEFT = 8;

    private final Identity identity;
    private final String uidSeed;

    SyntheticStudy(Identity identity, long seed) {
        this.identity = identity;
        this.uidSeed = "roentgen synthetic " + seed + " " + identity.patientId() + " ";
    }

    String studyInstanceUid() {
        return uid("study");
    }

    String seriesInstanceUid() {
        return uid("series");
    }

    private String uid(String what) {
        return Uids.of(UUID.nameUUIDFromBytes((uidSeed + what).getBytes(StandardCharsets.UTF_8)));
    }

    /** The instances of the MR series, one for each axial slice from below, rows running to the left, columns to the back. */
    List<DataSet> series(Volume lps) {
        VolumeGrid grid = lps.grid();
        List<DataSet> instances = new ArrayList<>();
        for (int slice = 0; slice < grid.depth(); slice++) {
            instances.add(instance(lps, slice));
        }
        return instances;
    }

    private DataSet instance(Volume lps, int slice) {
        VolumeGrid grid = lps.grid();
        Vector3 position = grid.affine().apply(0, 0, slice);
        Vector3 spacing = grid.spacing();
        DataSet.Builder builder = study().put(Tag.SOPClassUID, Uid.MRImageStorage)
                .put(Tag.SOPInstanceUID, uid("mr " + slice))
                .put(Tag.ImageType, "DERIVED", "PRIMARY", "OTHER")
                .put(Tag.Modality, "MR")
                .put(Tag.SeriesInstanceUID, seriesInstanceUid())
                .putIntegers(Tag.SeriesNumber, 1)
                .put(Tag.SeriesDescription, "SYNTHETIC HippoCrop T1")
                .put(Tag.BodyPartExamined, "BRAIN")
                .put(Tag.PatientPosition, "HFS")
                .put(Tag.FrameOfReferenceUID, uid("frame of reference"))
                .put(Tag.PositionReferenceIndicator)
                .putIntegers(Tag.InstanceNumber, slice + 1)
                .put(Tag.ScanningSequence, "GR")
                .put(Tag.SequenceVariant, "SP")
                .put(Tag.ScanOptions)
                .put(Tag.MRAcquisitionType, "3D")
                .put(Tag.RepetitionTime, "9")
                .put(Tag.EchoTime, "4")
                .putIntegers(Tag.EchoTrainLength, 1)
                .put(Tag.SliceThickness, "1")
                .putDecimals(Tag.PixelSpacing, spacing.y(), spacing.x())
                .putDecimals(Tag.ImageOrientationPatient, 1, 0, 0, 0, 1, 0)
                .putDecimals(Tag.ImagePositionPatient, position.x(), position.y(), position.z());
        return putPixels(builder, lps, slice).build();
    }

    private static DataSet.Builder putPixels(DataSet.Builder builder, Volume lps, int slice) {
        VolumeGrid grid = lps.grid();
        int count = grid.stride(2);
        byte[] pixels = new byte[2 * count];
        for (int index = 0; index < count; index++) {
            int value = Math.round(lps.voxels()[slice * count + index]);
            pixels[2 * index] = (byte) value;
            pixels[2 * index + 1] = (byte) (value >> 8);
        }
        return builder.putIntegers(Tag.SamplesPerPixel, 1)
                .put(Tag.PhotometricInterpretation, "MONOCHROME2")
                .putIntegers(Tag.Rows, grid.height())
                .putIntegers(Tag.Columns, grid.width())
                .putIntegers(Tag.BitsAllocated, 16)
                .putIntegers(Tag.BitsStored, 12)
                .putIntegers(Tag.HighBit, 11)
                .putIntegers(Tag.PixelRepresentation, 0)
                .putBytes(Tag.PixelData, VR.OW, pixels);
    }

    private DataSet.Builder study() {
        return DataSet.builder()
                .put(Tag.SpecificCharacterSet, "ISO_IR 192")
                .put(Tag.PatientName, identity.name())
                .put(Tag.PatientID, identity.patientId())
                .put(Tag.PatientBirthDate, identity.birthDate())
                .put(Tag.PatientSex, identity.sex())
                .put(Tag.PatientComments, "Synthetic: not a real person")
                .put(Tag.StudyInstanceUID, studyInstanceUid())
                .put(Tag.StudyDate, "20260105")
                .put(Tag.StudyTime, "093000")
                .put(Tag.StudyID, "1")
                .put(Tag.AccessionNumber, identity.accessionNumber())
                .put(Tag.ReferringPhysicianName, "Invented^Referrer")
                .put(Tag.InstitutionName, "Synthetic Hospital")
                .put(Tag.StudyDescription, "SYNTHETIC MR hippocampus")
                .put(Tag.Manufacturer, "Roentgen synthetic");
    }

    /** A capture with the identity in its pixels. */
    record Capture(DataSet dataSet, List<BitmapFont.Box> boxes) {}

    Capture capture(Volume lps) {
        byte[] pixels = enlarged(lps);
        List<BitmapFont.Box> boxes = new ArrayList<>();
        List<String> lines = identity.burnedInLines();
        for (int line = 0; line < lines.size(); line++) {
            boxes.add(BitmapFont.draw(pixels, CAPTURE_SIZE, lines.get(line), TEXT_LEFT, 8 + 20 * line, TEXT_SCALE));
        }
        DerivedObject object = new DerivedObject(
                uid("capture"),
                uid("capture series"),
                2,
                1,
                "SYNTHETIC capture",
                ACQUIRED,
                new DerivedObject.Equipment("Roentgen synthetic", "Phantom", "1", "1"));
        DataSet built =
                new SecondaryCaptureBuilder(object, study().build()).build(pixels, CAPTURE_SIZE, CAPTURE_SIZE, true);
        return new Capture(built, boxes);
    }

    /** The middle slice as 8 bits, below a dark band for the text. */
    private static byte[] enlarged(Volume lps) {
        VolumeGrid grid = lps.grid();
        int slice = grid.depth() / 2;
        byte[] pixels = new byte[CAPTURE_SIZE * CAPTURE_SIZE];
        int band = 72;
        int scale = (CAPTURE_SIZE - band) / grid.height();
        float brightest = 1;
        for (float voxel : lps.voxels()) {
            brightest = Math.max(brightest, voxel);
        }
        for (int y = 0; y < grid.height() * scale; y++) {
            for (int x = 0; x < grid.width() * scale; x++) {
                float value = lps.at(x / scale, y / scale, slice);
                pixels[40 + x + CAPTURE_SIZE * (band + y)] = (byte) Math.round(200 * value / brightest);
            }
        }
        return pixels;
    }
}
