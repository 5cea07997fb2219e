package org.roentgen.domain.model;

/** The names of the entries of a model package, an {@link org.roentgen.domain.object.ObjectDirectory}. */
public final class ModelPackage {
    public static final String MODEL = "model.onnx";
    public static final String MANIFEST = "manifest.json";
    public static final String EVALUATION = "evaluation.json";
    public static final String CARD = "card.md";

    /**
     * Ed25519 signature (64 raw bytes) over the UTF-8 lines {@code name SP objectId LF} of all other entries in name order.
     */
    public static final String SIGNATURE = "signature";

    private ModelPackage() {}
}
