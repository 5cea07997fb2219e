package org.roentgen.dicom.deidentify.burnedin;

import java.util.ArrayList;
import java.util.List;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Tag;

/** The Sequence of Ultrasound Regions (PS3.3 C.8.5.5): outside of them there are only annotations of the device. */
final class UltrasoundRegions {
    private UltrasoundRegions() {}

    /** The regions that hold image or signal; none where the data set has no such sequence. */
    static List<Box> of(DataSet dataSet) {
        List<Box> regions = new ArrayList<>();
        for (DataSet region : dataSet.items(Tag.SequenceOfUltrasoundRegions)) {
            int left = region.integer(Tag.RegionLocationMinX0, 0);
            int top = region.integer(Tag.RegionLocationMinY0, 0);
            Box box = new Box(
                    left,
                    top,
                    region.integer(Tag.RegionLocationMaxX1, 0) - left + 1,
                    region.integer(Tag.RegionLocationMaxY1, 0) - top + 1);
            if (box.width() > 1 && box.height() > 1) {
                regions.add(box);
            }
        }
        return regions;
    }
}
