package org.roentgen.workflow.dataset;

/** Where the images of an import come from. */
public enum ImportFormat {
    /** A zip or tar.gz with the folders {@code images} and {@code labels}, NIfTI files of the same names in both. */
    NIFTI("nifti"),
    /** A zip or tar.gz of folders named by class, optionally under {@code train}, {@code val} and {@code test}. */
    IMAGE_FOLDER("image-folder"),
    /** A NumPy archive with {@code train_images}, {@code train_labels} and so on, as MedMNIST has it. */
    NPZ("npz"),
    /** Series of the archive that have a Segmentation. */
    ARCHIVE("archive");

    private final String source;

    ImportFormat(String source) {
        this.source = source;
    }

    /** How the manifest names it. */
    public String source() {
        return source;
    }
}
