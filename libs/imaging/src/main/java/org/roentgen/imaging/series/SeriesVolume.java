package org.roentgen.imaging.series;

import java.util.List;
import org.roentgen.imaging.Volume;

/**
 * A series as a volume of modality values (rescaled, such as Hounsfield units).
 *
 * @param slices where slice z came from
 */
public record SeriesVolume(Volume volume, List<SourceFrame> slices) {
    public SeriesVolume {
        slices = List.copyOf(slices);
    }
}
