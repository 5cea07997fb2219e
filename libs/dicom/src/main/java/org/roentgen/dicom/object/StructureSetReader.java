package org.roentgen.dicom.object;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.Uid;
import org.roentgen.dicom.geometry.Vector3;

/** Reads RT Structure Sets (PS3.3 A.19). */
public final class StructureSetReader {
    private StructureSetReader() {}

    /**
     * The regions with their contours; a region that nobody drew has none.
     *
     * @throws ObjectFormatException when it is no structure set, or a contour's points do not fit its type
     */
    public static StructureSet read(DataSet dataSet) {
        String sopClass = dataSet.string(Tag.SOPClassUID, "missing");
        if (!sopClass.equals(Uid.RTStructureSetStorage)) {
            throw new ObjectFormatException(
                    "SOP Class UID is %s: an RT Structure Set has %s".formatted(sopClass, Uid.RTStructureSetStorage));
        }
        List<Region> regions = new ArrayList<>();
        for (DataSet item : dataSet.items(Tag.StructureSetROISequence)) {
            regions.add(region(dataSet, item));
        }
        return new StructureSet(dataSet.string(Tag.StructureSetLabel, ""), regions);
    }

    private static Region region(DataSet dataSet, DataSet description) {
        int number = Attributes.integer(description, Tag.ROINumber, 0, Integer.MAX_VALUE);
        DataSet contours = of(dataSet, Tag.ROIContourSequence, number);
        DataSet observation = of(dataSet, Tag.RTROIObservationsSequence, number);
        int[] color = contours.integers(Tag.ROIDisplayColor);
        boolean colored = color.length == 3 && Arrays.stream(color).allMatch(part -> part >= 0 && part <= 255);
        return new Region(
                number,
                description.string(Tag.ROIName, ""),
                Attributes.code(observation, Tag.RTROIIdentificationCodeSequence),
                colored ? Optional.of(CieLab.ofRgb(color[0], color[1], color[2])) : Optional.empty(),
                contours.items(Tag.ContourSequence).stream()
                        .map(item -> contour(item, number))
                        .toList());
    }

    private static DataSet of(DataSet dataSet, int sequence, int number) {
        return dataSet.items(sequence).stream()
                .filter(item -> item.integer(Tag.ReferencedROINumber, -1) == number)
                .findFirst()
                .orElse(DataSet.EMPTY);
    }

    private static Contour contour(DataSet item, int region) {
        String type = Attributes.string(item, Tag.ContourGeometricType);
        Contour.Kind kind = Arrays.stream(Contour.Kind.values())
                .filter(known -> known.name().equals(type))
                .findFirst()
                .orElseThrow(
                        () -> new ObjectFormatException("Contour Geometric Type of region %d is '%s': one of %s is read"
                                .formatted(region, type, Arrays.toString(Contour.Kind.values()))));
        double[] data = Attributes.decimals(item, Tag.ContourData);
        int count = item.integer(Tag.NumberOfContourPoints, data.length / 3);
        if (data.length % 3 != 0 || count != data.length / 3) {
            throw new ObjectFormatException(
                    "Contour Data of region %d has %d numbers, Number of Contour Points is %d: three each"
                            .formatted(region, data.length, count));
        }
        List<Vector3> points = new ArrayList<>(count);
        for (int index = 0; index < data.length; index += 3) {
            points.add(new Vector3(data[index], data[index + 1], data[index + 2]));
        }
        return new Contour(kind, points, item.item(Tag.ContourImageSequence).flatMap(ImageReference::of));
    }
}
