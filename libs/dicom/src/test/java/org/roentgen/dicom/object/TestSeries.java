package org.roentgen.dicom.object;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.Uid;
import org.roentgen.dicom.geometry.Vector3;

/** Headers of an MR series of invented identity in any orientation, and what objects made from it need. */
final class TestSeries {
    static final int ROWS = 6;
    static final int COLUMNS = 5;
    static final int SLICES = 4;
    static final Vector3 ORIGIN = new Vector3(-12.52, 30.26, 7.03);
    static final double ROW_SPACING = 0.8;
    static final double COLUMN_SPACING = 0.7;
    static final double SLICE_SPACING = 2.5;

    private TestSeries() {}

    /** Instances in random order; slice k lies k times 2.5 mm along row cross column. */
    static List<DataSet> instances(Vector3 row, Vector3 column) {
        Vector3 normal = row.cross(column);
        String study = Uids.random();
        String series = Uids.random();
        String frameOfReference = Uids.random();
        List<DataSet> instances = new ArrayList<>();
        for (int slice = 0; slice < SLICES; slice++) {
            Vector3 position = ORIGIN.plus(normal.times(SLICE_SPACING * slice));
            instances.add(DataSet.builder()
                    .put(Tag.SpecificCharacterSet, "ISO_IR 192")
                    .put(Tag.PatientName, "Prüfling^Ángela")
                    .put(Tag.PatientID, "TEST-1")
                    .put(Tag.PatientBirthDate, "19700101")
                    .put(Tag.PatientSex, "O")
                    .put(Tag.StudyInstanceUID, study)
                    .put(Tag.StudyDate, "20260102")
                    .put(Tag.StudyTime, "101112")
                    .put(Tag.StudyID, "1")
                    .put(Tag.AccessionNumber, "ACC1")
                    .put(Tag.SeriesInstanceUID, series)
                    .put(Tag.FrameOfReferenceUID, frameOfReference)
                    .put(Tag.SOPClassUID, Uid.MRImageStorage)
                    .put(Tag.SOPInstanceUID, Uids.random())
                    .putIntegers(Tag.Rows, ROWS)
                    .putIntegers(Tag.Columns, COLUMNS)
                    .putDecimals(Tag.PixelSpacing, ROW_SPACING, COLUMN_SPACING)
                    .putDecimals(
                            Tag.ImageOrientationPatient, row.x(), row.y(), row.z(), column.x(), column.y(), column.z())
                    .putDecimals(Tag.ImagePositionPatient, position.x(), position.y(), position.z())
                    .build());
        }
        Collections.shuffle(instances, new Random(9));
        return instances;
    }

    /** Where a voxel lies, computed without the code under test. */
    static Vector3 place(Vector3 row, Vector3 column, int x, int y, int z) {
        return ORIGIN.plus(row.times(x * COLUMN_SPACING))
                .plus(column.times(y * ROW_SPACING))
                .plus(row.cross(column).times(z * SLICE_SPACING));
    }

    /** Two segments and background; the second slice of segment 2 is empty. */
    static byte[] labels() {
        byte[] labels = new byte[ROWS * COLUMNS * SLICES];
        Random random = new Random(4);
        for (int index = 0; index < labels.length; index++) {
            int label = random.nextInt(3);
            int slice = index / (ROWS * COLUMNS);
            labels[index] = (byte) (label == 2 && slice == 1 ? 0 : label);
        }
        return labels;
    }

    static List<SegmentDescription> segments() {
        return List.of(
                new SegmentDescription(
                        1,
                        "Anterior hippocampus",
                        SegmentDescription.BODY_STRUCTURE,
                        new Code("5366008", "SCT", "Hippocampus"),
                        Optional.of(CieLab.ofRgb(220, 20, 60))),
                new SegmentDescription(
                        2,
                        "Posterior hippocampus",
                        SegmentDescription.BODY_STRUCTURE,
                        new Code("5366008", "SCT", "Hippocampus"),
                        Optional.empty()));
    }

    static DerivedObject object(String description) {
        return DerivedObject.inNewSeries(
                501,
                description,
                java.time.LocalDateTime.of(2026, 1, 2, 3, 4, 5),
                new DerivedObject.Equipment("Roentgen", "Roentgen", "1", "0.1"));
    }

    static Algorithm algorithm() {
        return new Algorithm("hippocampus-unet", "3");
    }
}
