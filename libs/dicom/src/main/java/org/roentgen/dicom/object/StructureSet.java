package org.roentgen.dicom.object;

import java.util.List;
import org.roentgen.dicom.geometry.SeriesGeometry;

/** An RT Structure Set that was read. */
public record StructureSet(String label, List<Region> regions) {
    public StructureSet {
        regions = List.copyOf(regions);
    }

    /**
     * The regions' numbers on the voxels of a volume: column fastest, then row, then slice. Where regions overlap the later one of the
     * list stays.
     *
     * @throws org.roentgen.dicom.geometry.GeometryException when a contour lies beside the volume's slices
     * @throws ObjectFormatException when a region's number does not fit a byte
     */
    public byte[] labelsOn(SeriesGeometry series) {
        byte[] labels = new byte[Math.multiplyExact(series.columns() * series.rows(), series.slices())];
        for (Region region : regions) {
            if (region.number() < 1 || region.number() > 255) {
                throw new ObjectFormatException(
                        "ROI Number %d is no label: a label map of bytes holds 1 to 255".formatted(region.number()));
            }
            byte[] mask = region.maskOn(series);
            for (int index = 0; index < labels.length; index++) {
                if (mask[index] != 0) {
                    labels[index] = (byte) region.number();
                }
            }
        }
        return labels;
    }
}
