package org.roentgen.inference.predict;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** What a file holds, by its name; DICOM files need no name, so they are known by their content. */
enum InputKind {
    NIFTI("NIfTI", "\\.(nii|nii\\.gz|hdr|hdr\\.gz)"),
    NPZ(".npz", "\\.npz"),
    PICTURE("PNG or JPEG", "\\.(png|jpg|jpeg)"),
    DICOM("DICOM", "\\.(dcm|dicom)");

    private static final int PREAMBLE = 128;

    private final String label;
    private final String suffix;

    InputKind(String label, String suffix) {
        this.label = label;
        this.suffix = suffix;
    }

    String label() {
        return label;
    }

    /** The kind of a file; empty for hidden files and for anything else. */
    static Optional<InputKind> of(Path file) throws IOException {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.startsWith(".")) {
            return Optional.empty();
        }
        for (InputKind kind : values()) {
            if (name.matches(".*" + kind.suffix)) {
                return Optional.of(kind);
            }
        }
        return isDicom(file) ? Optional.of(DICOM) : Optional.empty();
    }

    /** The file's name without what says its kind. */
    String stem(Path relative) {
        return relative.toString().replace('\\', '/').replaceFirst("(?i)" + suffix + "$", "");
    }

    /** PS3.10 section 7.1. */
    private static boolean isDicom(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            byte[] start = content.readNBytes(PREAMBLE + 4);
            return start.length == PREAMBLE + 4
                    && start[PREAMBLE] == 'D'
                    && start[PREAMBLE + 1] == 'I'
                    && start[PREAMBLE + 2] == 'C'
                    && start[PREAMBLE + 3] == 'M';
        }
    }
}
