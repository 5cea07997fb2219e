package org.roentgen.dicom.object;

import java.util.List;

/**
 * Something that holds for some of the images of a presentation state.
 *
 * @param images that it holds for; empty for all
 */
public record Scoped<T>(T value, List<ImageReference> images) {
    public Scoped {
        images = List.copyOf(images);
    }

    /** What holds for all images. */
    public static <T> Scoped<T> forAll(T value) {
        return new Scoped<>(value, List.of());
    }

    /**
     * Whether it holds for a frame.
     *
     * @param frame counted from 1
     */
    public boolean appliesTo(String sopInstanceUid, int frame) {
        return images.isEmpty()
                || images.stream()
                        .anyMatch(image -> image.sopInstanceUid().equals(sopInstanceUid)
                                && (image.frames().isEmpty() || image.frames().contains(frame)));
    }
}
