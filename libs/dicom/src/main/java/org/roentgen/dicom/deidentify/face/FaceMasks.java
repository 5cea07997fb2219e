package org.roentgen.dicom.deidentify.face;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.deidentify.RefusedException;
import org.roentgen.dicom.deidentify.burnedin.PixelCleaner;
import org.roentgen.dicom.geometry.FrameGeometries;
import org.roentgen.dicom.geometry.GeometryException;
import org.roentgen.dicom.geometry.PlaneGeometry;
import org.roentgen.dicom.geometry.SeriesGeometry;
import org.roentgen.dicom.pixel.PixelReader;
import org.roentgen.dicom.pixel.UnreadablePixelsException;

/**
 * The pixels of the face in each image of the series that were looked at. A face is found in whole series alone: an image of a
 * head whose series was not looked at, or whose geometry does not allow it, is refused.
 */
public final class FaceMasks {
    private final Map<String, BitSet> masks = new HashMap<>();
    private final Map<String, String> refused = new HashMap<>();

    /** Knows no series, so that every image of a head is refused. */
    public static FaceMasks none() {
        return new FaceMasks();
    }

    /**
     * Looks at the images of one series. Images that show no head are left out.
     *
     * @return what shows which part is taken away; empty where there is no head, no face, or the series is refused
     * @throws IOException if the pixels cannot be read
     */
    public Optional<FacePicture> look(List<DicomFile> series) throws IOException {
        List<DicomFile> heads = series.stream()
                .filter(file -> HeadImages.mayShowFace(file.dataSet()))
                .toList();
        if (heads.isEmpty()) {
            return Optional.empty();
        }
        try {
            HeadVolume volume = volume(heads);
            FaceRegion region = FaceRegion.of(volume);
            for (int slice = 0; slice < volume.slices(); slice++) {
                masks.put(volume.instance(slice), region.mask(slice));
            }
            return region.isEmpty() ? Optional.empty() : Optional.of(FacePicture.of(volume, region));
        } catch (RefusedException | GeometryException | UnreadablePixelsException e) {
            heads.forEach(file -> refused.put(instance(file), String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }

    private static HeadVolume volume(List<DicomFile> heads) throws IOException {
        List<PlaneGeometry> planes = new ArrayList<>();
        for (DicomFile file : heads) {
            List<PlaneGeometry> own = FrameGeometries.of(file.dataSet());
            if (own.size() != 1 || file.dataSet().integer(Tag.NumberOfFrames, 1) != 1) {
                throw new RefusedException("the face is found in series of single frames alone");
            }
            planes.add(own.getFirst());
        }
        SeriesGeometry geometry = SeriesGeometry.of(planes);
        if (!geometry.isRegular()) {
            throw new RefusedException(
                    "the face cannot be found in planes that make no volume: " + geometry.explanation());
        }
        List<int[]> values = new ArrayList<>();
        List<String> instances = new ArrayList<>();
        for (int index : geometry.order()) {
            DicomFile file = heads.get(index);
            instances.add(instance(file));
            values.add(PixelReader.of(file).frame(0).toInts());
        }
        return new HeadVolume(geometry.planes(), values, instances);
    }

    private static String instance(DicomFile file) {
        return file.dataSet().string(Tag.SOPInstanceUID, "");
    }

    /**
     * The file without the face; the same where there is none.
     *
     * @throws RefusedException if it shows a head whose face was not found
     */
    public DicomFile remove(DicomFile file) throws IOException {
        if (!HeadImages.mayShowFace(file.dataSet())) {
            return file;
        }
        BitSet mask = masks.get(instance(file));
        if (mask == null) {
            throw new RefusedException("the face cannot be taken out: "
                    + refused.getOrDefault(instance(file), "its series was not looked at as a whole"));
        }
        DicomFile blanked = mask.isEmpty() ? file : PixelCleaner.blank(file, mask);
        return new DicomFile(
                blanked.meta(),
                blanked.dataSet().toBuilder()
                        .put(Tag.RecognizableVisualFeatures, "NO")
                        .build());
    }

    /** True where pixels of the image are taken away. */
    public boolean isTouched(DicomFile file) {
        BitSet mask = masks.get(instance(file));
        return mask != null && !mask.isEmpty();
    }
}
