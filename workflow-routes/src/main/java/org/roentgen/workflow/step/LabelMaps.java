package org.roentgen.workflow.step;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.object.SourceSlice;
import org.roentgen.domain.error.ErrorCode;
import org.roentgen.domain.error.RoentgenException;
import org.roentgen.domain.inference.LabelMapReference;
import org.roentgen.domain.object.ObjectStore;
import org.roentgen.workflow.configuration.Deidentified;
import org.roentgen.workflow.deidentification.Crosswalk;

/** Puts a worker's label map, which knows pseudonyms only, onto the original planes. */
@ApplicationScoped
class LabelMaps {
    private final ObjectStore objects;
    private final Crosswalk crosswalk;

    LabelMaps(@Deidentified ObjectStore objects, Crosswalk crosswalk) {
        this.objects = objects;
        this.crosswalk = crosswalk;
    }

    /**
     * @param slices of the original series, in the order that the result is to have
     * @return segment numbers, column fastest, then row, then slice
     * @throws RoentgenException INTERNAL_ERROR if the map does not fit the series
     */
    byte[] onOriginals(LabelMapReference map, List<SourceSlice> slices, List<Segments.Segment> segments) {
        byte[] planes = read(map);
        Map<String, Integer> planeOf = planes(map);
        byte[] segmentOf = segmentNumbers(segments);
        int size = map.rows() * map.columns();
        byte[] labels = new byte[size * slices.size()];
        for (int index = 0; index < slices.size(); index++) {
            SourceSlice slice = slices.get(index);
            checkSize(map, slice);
            int plane = plane(map, planeOf, slice);
            for (int pixel = 0; pixel < size; pixel++) {
                labels[index * size + pixel] = segmentOf[Byte.toUnsignedInt(planes[plane * size + pixel])];
            }
        }
        return labels;
    }

    private byte[] read(LabelMapReference map) {
        int length = Math.multiplyExact(Math.multiplyExact(map.planes(), map.rows()), map.columns());
        try (InputStream labels = new GZIPInputStream(objects.open(map.object()))) {
            byte[] bytes = labels.readNBytes(length);
            if (bytes.length != length || labels.read() >= 0) {
                throw misfit("its size is not " + map.planes() + " x " + map.rows() + " x " + map.columns());
            }
            return bytes;
        } catch (IOException e) {
            throw misfit("it cannot be read: " + e.getMessage());
        }
    }

    /** Plane number of each original instance; of a multi-frame instance, of its first frame. */
    private Map<String, Integer> planes(LabelMapReference map) {
        if (map.sopInstanceUids().size() != map.planes()
                && map.sopInstanceUids().size() != 1) {
            throw misfit("it names " + map.sopInstanceUids().size() + " instances for " + map.planes() + " planes");
        }
        Map<String, Integer> planes = new HashMap<>();
        for (int plane = 0; plane < map.sopInstanceUids().size(); plane++) {
            planes.put(crosswalk.originalUid(map.sopInstanceUids().get(plane)), plane);
        }
        return planes;
    }

    private static int plane(LabelMapReference map, Map<String, Integer> planeOf, SourceSlice slice) {
        Integer first = planeOf.get(slice.image().string(Tag.SOPInstanceUID, ""));
        if (first == null) {
            throw misfit("it has no plane for one of the series' instances");
        }
        int plane = map.sopInstanceUids().size() == 1 ? slice.frame() : first;
        if (plane >= map.planes()) {
            throw misfit("it has no plane for frame " + (slice.frame() + 1));
        }
        return plane;
    }

    private static void checkSize(LabelMapReference map, SourceSlice slice) {
        if (slice.plane().rows() != map.rows() || slice.plane().columns() != map.columns()) {
            throw misfit("its planes have " + map.rows() + " x " + map.columns() + " pixels, the series "
                    + slice.plane().rows() + " x " + slice.plane().columns());
        }
    }

    private static byte[] segmentNumbers(List<Segments.Segment> segments) {
        byte[] numbers = new byte[256];
        segments.forEach(segment ->
                numbers[segment.label()] = (byte) segment.description().number());
        return numbers;
    }

    private static RoentgenException misfit(String why) {
        return new RoentgenException(
                ErrorCode.INTERNAL_ERROR, "The worker's label map does not fit the series: " + why);
    }
}
