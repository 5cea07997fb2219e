package org.roentgen.dicom.deidentify.face;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.deidentify.RefusedException;
import org.roentgen.dicom.deidentify.burnedin.PixelCleaner;
import org.roentgen.dicom.geometry.FrameGeometries;
import org.roentgen.dicom.geometry.GeometryException;
import org.roentgen.dicom.geometry.PlaneGeometry;
import org.roentgen.dicom.pixel.UnreadablePixelsException;

/**
 * Where the face is in the images of the series that were looked at. A face is found in whole series alone: an image of a head whose
 * series was not looked at, or whose geometry does not allow it, is refused. The same series always gives the same. Not to be
 * changed while it is used; safe for several threads then.
 */
public final class FaceMasks {
    private static final int MOST_HEADS = 3;

    /** The region of the face in each frame of an image. */
    private final Map<String, Map<Integer, FaceRegion>> regions = new HashMap<>();

    private final Map<String, String> refused = new HashMap<>();

    /**
     * An image without its face.
     *
     * @param file the same where there is none
     * @param isTouched true where pixels were taken away
     */
    public record Faceless(DicomFile file, boolean isTouched) {}

    /** Knows no series, so that every image of a head is refused. */
    public static FaceMasks none() {
        return new FaceMasks();
    }

    /** True for CT and MR of a head, or of a part that is not said, whose face was not taken away before. */
    public static boolean mayShowFace(DataSet image) {
        return HeadImages.mayShowFace(image);
    }

    /**
     * Looks at the images of one series. Images that show no head are left out.
     *
     * @return what shows which part is taken away; empty where there is no head, or the series is refused
     * @throws IOException if an image cannot be read
     */
    public Optional<FacePicture> look(List<ImageSource> series) throws IOException {
        SeriesPixels pixels = new SeriesPixels(series);
        List<FacePicture> pictures = new ArrayList<>();
        for (HeadStack stack : HeadStack.of(frames(series))) {
            try {
                FacePicture picture = look(stack, pixels);
                if (pictures.size() < MOST_HEADS) {
                    pictures.add(picture);
                }
            } catch (RefusedException | UnreadablePixelsException e) {
                stack.frames().forEach(frame -> refused.put(frame.instance(), String.valueOf(e.getMessage())));
            }
        }
        return pictures.isEmpty() ? Optional.empty() : Optional.of(FacePicture.below(pictures));
    }

    private List<HeadFrame> frames(List<ImageSource> series) throws IOException {
        List<HeadFrame> frames = new ArrayList<>();
        for (int source = 0; source < series.size(); source++) {
            DataSet image = series.get(source).open().dataSet();
            if (!HeadImages.mayShowFace(image)) {
                continue;
            }
            try {
                frames.addAll(HeadFrame.of(image, source));
            } catch (RefusedException | GeometryException e) {
                refused.put(instance(image), String.valueOf(e.getMessage()));
            }
        }
        return frames;
    }

    private FacePicture look(HeadStack stack, SeriesPixels pixels) throws IOException {
        HeadVolume volume = new HeadVolume(stack.slices(), pixels);
        Tissue tissue = Tissue.of(volume);
        HeadGrid all = HeadGrid.of(volume, tissue);
        HeadGrid thick = volume.isComputedTomography() ? FreeStandingHead.thick(all) : all;
        HeadGrid head = volume.isComputedTomography() ? FreeStandingHead.near(all, thick) : all;
        FaceRegion region = new FaceRegion(head, HeadMeasures.of(thick));
        FacePicture picture = FacePicture.of(volume, tissue, head, region);
        stack.frames().forEach(frame -> regions.computeIfAbsent(frame.instance(), _ -> new HashMap<>())
                .put(frame.number(), region));
        return picture;
    }

    private static String instance(DataSet image) {
        return image.string(Tag.SOPInstanceUID, "");
    }

    /**
     * The file without the face; the same where there is none.
     *
     * @throws RefusedException if it shows a head whose face was not found
     */
    public Faceless remove(DicomFile file) throws IOException {
        DataSet image = file.dataSet();
        if (!HeadImages.mayShowFace(image)) {
            return new Faceless(file, false);
        }
        String reason = refused.get(instance(image));
        Map<Integer, FaceRegion> found = regions.get(instance(image));
        if (reason != null || found == null) {
            throw refusal(reason == null ? "it is found in the whole series, which was not looked at" : reason);
        }
        try {
            List<BitSet> masks = masks(FrameGeometries.of(image), found);
            boolean isTouched = masks.stream().anyMatch(mask -> !mask.isEmpty());
            DicomFile blanked = isTouched ? PixelCleaner.blank(file, masks::get) : file;
            DataSet said = blanked.dataSet().toBuilder()
                    .put(Tag.RecognizableVisualFeatures, "NO")
                    .build();
            return new Faceless(new DicomFile(blanked.meta(), said), isTouched);
        } catch (UnreadablePixelsException e) {
            throw refusal("its pixels cannot be read: " + e.getMessage());
        }
    }

    private static RefusedException refusal(String reason) {
        return new RefusedException("CLEAN_RECOGNIZABLE_VISUAL_FEATURES: the face cannot be taken out of this head: "
                + reason + "; leave the series out, or take a profile without this option where faces may be seen");
    }

    private static List<BitSet> masks(List<PlaneGeometry> planes, Map<Integer, FaceRegion> found)
            throws RefusedException {
        List<BitSet> masks = new ArrayList<>();
        for (int frame = 0; frame < planes.size(); frame++) {
            FaceRegion region = found.get(frame);
            if (region == null) {
                throw refusal("frame " + (frame + 1) + " was not looked at");
            }
            masks.add(region.mask(planes.get(frame)));
        }
        return masks;
    }
}
