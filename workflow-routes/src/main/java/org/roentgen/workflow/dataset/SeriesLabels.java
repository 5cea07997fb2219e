package org.roentgen.workflow.dataset;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.roentgen.dicom.geometry.SeriesGeometry;
import org.roentgen.dicom.object.Code;
import org.roentgen.dicom.object.ObjectFormatException;
import org.roentgen.dicom.object.Region;
import org.roentgen.dicom.object.SegmentDescription;
import org.roentgen.dicom.object.Segmentation;
import org.roentgen.dicom.object.StructureSet;

/** What somebody drew on the images of a series. */
sealed interface SeriesLabels {
    /** Names with what they mean, where the object says so. */
    Map<String, Optional<Code>> names();

    /**
     * A label map on the series' voxels: column fastest, then row, then slice.
     *
     * @param values the label of a name; 0 leaves it out
     * @throws org.roentgen.dicom.geometry.GeometryException when it does not lie on the series' voxels
     * @throws ObjectFormatException when two labels need one voxel, or a contour encloses nothing that can be filled
     */
    byte[] on(SeriesGeometry series, ToIntFunction<String> values);

    /** Segments of a Segmentation. */
    record OfSegmentation(Segmentation segmentation) implements SeriesLabels {
        @Override
        public Map<String, Optional<Code>> names() {
            Map<String, Optional<Code>> names = new LinkedHashMap<>();
            segmentation.segments().forEach(segment -> names.put(segment.label(), Optional.of(segment.type())));
            return names;
        }

        @Override
        public byte[] on(SeriesGeometry series, ToIntFunction<String> values) {
            return segmentation.labelsOn(series, number -> segmentation.segments().stream()
                    .filter(segment -> segment.number() == number)
                    .map(SegmentDescription::label)
                    .mapToInt(values)
                    .findFirst()
                    .orElse(0));
        }
    }

    /** Closed contours of an RT Structure Set; where regions overlap, the later one of its list has the voxel. */
    record OfStructureSet(StructureSet contours) implements SeriesLabels {
        private List<Region> drawn() {
            return contours.regions().stream()
                    .filter(region -> region.contours().stream()
                            .anyMatch(contour -> contour.kind().isClosed()))
                    .toList();
        }

        @Override
        public Map<String, Optional<Code>> names() {
            Map<String, Optional<Code>> names = new LinkedHashMap<>();
            drawn().forEach(region -> names.put(region.name(), region.type()));
            return names;
        }

        @Override
        public byte[] on(SeriesGeometry series, ToIntFunction<String> values) {
            byte[] labels = new byte[Math.multiplyExact(series.columns() * series.rows(), series.slices())];
            for (Region region : drawn()) {
                int value = values.applyAsInt(region.name());
                byte[] mask = value == 0 ? new byte[0] : region.maskOn(series);
                for (int voxel = 0; voxel < mask.length; voxel++) {
                    labels[voxel] = mask[voxel] == 0 ? labels[voxel] : (byte) value;
                }
            }
            return labels;
        }
    }
}
