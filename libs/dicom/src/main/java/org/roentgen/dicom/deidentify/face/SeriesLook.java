package org.roentgen.dicom.deidentify.face;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a look at a series found. */
public final class SeriesLook {
    private final SeriesPixels pixels;
    private final List<FacePicture> pictures = new ArrayList<>();
    private final Map<HeadStack, String> lacking = new LinkedHashMap<>();

    SeriesLook(SeriesPixels pixels) {
        this.pixels = pixels;
    }

    /** True where no other series can tell more of where a face is. */
    public boolean isWhole() {
        return lacking.keySet().stream().noneMatch(stack -> stack.coordinates().areNamed());
    }

    /** Whether frames at these coordinates lack a face that another series may show. */
    boolean lacks(Coordinates coordinates) {
        return coordinates.areNamed()
                && lacking.keySet().stream()
                        .anyMatch(stack -> stack.coordinates().equals(coordinates));
    }

    SeriesPixels pixels() {
        return pixels;
    }

    /** Of the faces that were found. */
    List<FacePicture> pictures() {
        return pictures;
    }

    /** The frames in which no face was found, with the reason. */
    Map<HeadStack, String> lacking() {
        return lacking;
    }
}
