package org.roentgen.dicom.object;

/** What produced a result by itself: name and version of the model. */
public record Algorithm(String name, String version) {
    public Algorithm {
        if (name.isBlank() || name.length() > 64 || version.isBlank() || version.length() > 64) {
            throw new IllegalArgumentException(
                    "Algorithm '%s' version '%s' needs both, of at most 64 characters".formatted(name, version));
        }
    }
}
