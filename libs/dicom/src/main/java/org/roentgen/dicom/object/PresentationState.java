package org.roentgen.dicom.object;

import java.util.List;
import java.util.Optional;
import org.roentgen.dicom.pixel.ModalityTransform;
import org.roentgen.dicom.pixel.VoiTransform;

/**
 * How images are to be shown (PS3.3 A.33).
 *
 * @param sopClassUid grayscale, or another presentation state, of which only what is listed here is read
 * @param images that it is about
 * @param shutters what part of them is to be seen
 */
public record PresentationState(
        String sopClassUid,
        String label,
        List<ImageReference> images,
        Grayscale grayscale,
        List<Shutter> shutters,
        Layout layout,
        List<Scoped<GraphicAnnotation>> annotations) {
    public PresentationState {
        images = List.copyOf(images);
        shutters = List.copyOf(shutters);
        annotations = List.copyOf(annotations);
    }

    /**
     * From stored values to brightness; the modality transform takes the place of the image's own.
     *
     * @param inverse whether the lowest brightness is white
     */
    public record Grayscale(Optional<ModalityTransform> modality, List<Scoped<VoiTransform>> windows, boolean inverse) {
        public Grayscale {
            windows = List.copyOf(windows);
        }
    }

    /** From pixels to places on the display. */
    public record Layout(SpatialTransform transform, List<Scoped<DisplayedArea>> areas) {
        public Layout {
            areas = List.copyOf(areas);
        }
    }

    /**
     * The VOI transform of a frame; the first of several, and nothing where the image's full range is to be shown.
     *
     * @param frame counted from 1
     */
    public Optional<VoiTransform> window(String sopInstanceUid, int frame) {
        return grayscale.windows().stream()
                .filter(window -> window.appliesTo(sopInstanceUid, frame))
                .map(Scoped::value)
                .findFirst();
    }

    /** The displayed area of a frame, counted from 1. */
    public Optional<DisplayedArea> area(String sopInstanceUid, int frame) {
        return layout.areas().stream()
                .filter(area -> area.appliesTo(sopInstanceUid, frame))
                .map(Scoped::value)
                .findFirst();
    }

    /** Whether all shutters show a pixel, counted from 1. */
    public boolean shows(int column, int row) {
        return shutters.stream().allMatch(shutter -> shutter.shows(column, row));
    }

    /** The annotations of a frame, counted from 1. */
    public List<GraphicAnnotation> annotations(String sopInstanceUid, int frame) {
        return annotations.stream()
                .filter(annotation -> annotation.appliesTo(sopInstanceUid, frame))
                .map(Scoped::value)
                .toList();
    }
}
