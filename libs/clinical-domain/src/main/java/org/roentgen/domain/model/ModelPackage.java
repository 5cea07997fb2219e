package org.roentgen.domain.model;

/** The names of the entries of a model package, an {@link org.roentgen.domain.object.ObjectDirectory}. */
public final class ModelPackage {
    public static final String MODEL = "model.onnx";
    public static final String MANIFEST = "manifest.json";
    public static final String EVALUATION = "evaluation.json";
    public static final String CARD = "card.md";

    /** Weights before they were merged for serving, to train on from; a checkpoint of the network's tensors. */
    public static final String WEIGHTS = "weights.bin";

    /**
     * Ed25519 signature (64 raw bytes) over the UTF-8 lines {@code name SP objectId LF} of all other entries in name order.
     */
    public static final String SIGNATURE = "signature";

    private ModelPackage() {}
}
