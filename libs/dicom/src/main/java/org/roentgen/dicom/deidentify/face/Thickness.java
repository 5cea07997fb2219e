package org.roentgen.dicom.deidentify.face;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.geometry.FrameGeometries;

/** How much of the patient a frame shows across its plane. */
final class Thickness {
    /** In Image Type, Frame Type and Volume Based Calculation Technique (PS3.3 C.7.6.1.1.2, C.8.3.1.1.1, C.8.16.2.1.4). */
    private static final Pattern PROJECTION = Pattern.compile(
            "PROJECTION|MIP|MINIP|MNIP|MAX_IP|MIN_IP|COLLAPSE|CURVED|RENDER|VRT|SSD|SURFACE|SCOUT|TOPO");
    /** Of CT a projection (PS3.3 C.8.2.1.1.1), of MR a section. */
    private static final String LOCALIZER = "LOCALIZER";

    private Thickness() {}

    /** Mm; infinite for a projection, and where the image does not say. */
    static double of(DataSet image, int frame) {
        DataSet shared = image.item(Tag.SharedFunctionalGroupsSequence).orElse(DataSet.EMPTY);
        DataSet group = image.items(Tag.PerFrameFunctionalGroupsSequence).stream()
                .skip(frame)
                .findFirst()
                .orElse(DataSet.EMPTY);
        boolean isComputedTomography = HeadImages.isComputedTomography(image);
        DataSet type = FrameGeometries.group(
                group, shared, isComputedTomography ? Tag.CTImageFrameTypeSequence : Tag.MRImageFrameTypeSequence);
        String types = Stream.of(image, type)
                .flatMap(holder -> Stream.concat(
                        Stream.concat(holder.strings(Tag.ImageType).stream(), holder.strings(Tag.FrameType).stream()),
                        holder.string(Tag.VolumeBasedCalculationTechnique).stream()))
                .collect(Collectors.joining(" "));
        if (PROJECTION.matcher(types).find() || isComputedTomography && types.contains(LOCALIZER)) {
            return Double.POSITIVE_INFINITY;
        }
        DataSet measures = FrameGeometries.group(group, shared, Tag.PixelMeasuresSequence);
        double thickness = Stream.of(measures, image)
                .map(holder -> holder.decimals(Tag.SliceThickness))
                .filter(values -> values.length == 1)
                .mapToDouble(values -> values[0])
                .findFirst()
                .orElse(0);
        return thickness > 0 ? thickness : Double.POSITIVE_INFINITY;
    }
}
