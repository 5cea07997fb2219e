package org.roentgen.dicom.deidentify.face;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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
 * Where the face is in the images of the series that were looked at. A face is found in whole series alone; images that do not show it
 * lose that which other series of their study show at the same coordinates, whichever comes first. An image of a head whose series
 * was not looked at, or for which no series shows the face, is refused. The same study always gives the same. Not to be
 * changed while it is used; safe for several threads then.
 */
public final class FaceMasks {
    private static final int MOST_HEADS = 3;

    /** The face in each frame of an image. */
    private final Map<String, Map<Integer, Face>> faces = new HashMap<>();

    /** The faces that were found. */
    private final Map<Coordinates, List<FaceRegion>> regions = new HashMap<>();

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
     * Looks at the images of one series. Images that show no head are left out. To be completed, after the other series of its study were
     * looked at or searched.
     *
     * @throws IOException if an image cannot be read
     */
    public SeriesLook look(List<ImageSource> series) throws IOException {
        SeriesLook look = new SeriesLook(new SeriesPixels(series));
        for (HeadStack stack : HeadStack.of(frames(series))) {
            try {
                FoundFace found = FoundFace.of(stack, look.pixels());
                look.pictures().add(found.picture());
                put(stack, _ -> found.region());
                keep(stack, found);
            } catch (RefusedException e) {
                look.lacking().put(stack, String.valueOf(e.getMessage()));
            } catch (UnreadablePixelsException e) {
                refuse(stack, String.valueOf(e.getMessage()));
            }
        }
        return look;
    }

    /**
     * Searches another series of the study for the faces that a series lacks.
     *
     * @throws IOException if an image cannot be read
     */
    public void search(SeriesLook look, List<ImageSource> other) throws IOException {
        SeriesPixels pixels = new SeriesPixels(other);
        List<HeadFrame> frames = frames(other).stream()
                .filter(frame -> look.lacks(frame.coordinates()))
                .toList();
        for (HeadStack stack : HeadStack.of(frames)) {
            try {
                keep(stack, FoundFace.of(stack, pixels));
            } catch (RefusedException | UnreadablePixelsException e) {
                continue;
            }
        }
    }

    /**
     * Gives the images in which no face was found, such as localizers, the faces that all other series have shown at the same coordinates;
     * those are refused for which there is none.
     *
     * @return what shows which part is taken away; empty where there is no head, or the series is refused
     * @throws IOException if an image cannot be read
     */
    public Optional<FacePicture> complete(SeriesLook look) throws IOException {
        List<FacePicture> pictures = new ArrayList<>(look.pictures());
        for (Map.Entry<HeadStack, String> lacking : look.lacking().entrySet()) {
            HeadStack stack = lacking.getKey();
            List<FaceRegion> known = regions.getOrDefault(stack.coordinates(), List.of());
            if (known.isEmpty()) {
                refuse(stack, lacking.getValue() + unknown(stack.coordinates()));
                continue;
            }
            try {
                pictures.add(borrow(stack, look.pixels(), known));
            } catch (RefusedException | UnreadablePixelsException e) {
                refuse(stack, String.valueOf(e.getMessage()));
            }
        }
        return pictures.isEmpty()
                ? Optional.empty()
                : Optional.of(FacePicture.below(pictures.subList(0, Math.min(MOST_HEADS, pictures.size()))));
    }

    private static String unknown(Coordinates coordinates) {
        return coordinates.areNamed()
                ? ", and no other series of the study with its Frame of Reference UID (0020,0052) shows it"
                : ", and without a Frame of Reference UID (0020,0052) no other series of the study can show it";
    }

    private FacePicture borrow(HeadStack stack, SeriesPixels pixels, List<FaceRegion> known) throws IOException {
        Map<HeadFrame, Face> borrowed = new HashMap<>();
        for (HeadFrame frame : stack.frames()) {
            borrowed.put(frame, new BorrowedFace(known, pixels.thickness(frame)));
        }
        FacePicture picture = PlanePicture.of(stack, pixels, borrowed::get);
        put(stack, borrowed::get);
        return picture;
    }

    private void put(HeadStack stack, Function<HeadFrame, Face> face) {
        stack.frames().forEach(frame -> faces.computeIfAbsent(frame.instance(), _ -> new HashMap<>())
                .put(frame.number(), face.apply(frame)));
    }

    private void keep(HeadStack stack, FoundFace found) {
        if (stack.coordinates().areNamed()) {
            regions.computeIfAbsent(stack.coordinates(), _ -> new ArrayList<>()).add(found.region());
        }
    }

    private void refuse(HeadStack stack, String reason) {
        stack.frames().forEach(frame -> refused.put(frame.instance(), reason));
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
        Map<Integer, Face> found = faces.get(instance(image));
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

    private static List<BitSet> masks(List<PlaneGeometry> planes, Map<Integer, Face> found) throws RefusedException {
        List<BitSet> masks = new ArrayList<>();
        for (int frame = 0; frame < planes.size(); frame++) {
            Face face = found.get(frame);
            if (face == null) {
                throw refusal("frame " + (frame + 1) + " was not looked at");
            }
            masks.add(face.mask(planes.get(frame)));
        }
        return masks;
    }
}
