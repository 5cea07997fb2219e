package org.roentgen.dicom.object;

import java.util.ArrayList;
import java.util.List;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.geometry.FrameGeometries;
import org.roentgen.dicom.geometry.GeometryException;
import org.roentgen.dicom.geometry.PlaneGeometry;
import org.roentgen.dicom.geometry.SeriesGeometry;

/**
 * A frame of a source image with its place.
 *
 * @param image the whole data set; its pixels are not needed
 * @param frame counted from 0
 * @param multiFrame whether references must name the frame
 */
public record SourceSlice(DataSet image, int frame, boolean multiFrame, PlaneGeometry plane) {
    /**
     * The frames of a series in slice order, as {@link SeriesGeometry} sorts them.
     *
     * @throws GeometryException when they are not one regular volume
     */
    public static List<SourceSlice> sorted(List<DataSet> instances) {
        List<SourceSlice> slices = new ArrayList<>();
        for (DataSet image : instances) {
            List<PlaneGeometry> planes = FrameGeometries.of(image);
            boolean multiFrame = image.contains(Tag.PerFrameFunctionalGroupsSequence);
            for (int frame = 0; frame < planes.size(); frame++) {
                slices.add(new SourceSlice(image, frame, multiFrame, planes.get(frame)));
            }
        }
        SeriesGeometry geometry =
                SeriesGeometry.of(slices.stream().map(SourceSlice::plane).toList());
        geometry.affine();
        return geometry.order().stream().map(slices::get).toList();
    }
}
