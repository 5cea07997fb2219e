package org.roentgen.training.engine;

import ai.djl.engine.Engine;
import ai.onnxruntime.OrtEnvironment;
import java.util.Map;

/** The libraries that make models here. */
public final class Libraries {
    private Libraries() {}

    /** Versions of DJL and of the native libraries of PyTorch and ONNX Runtime; loads them. */
    public static Map<String, String> versions() {
        return Map.of(
                "djl", Engine.getDjlVersion(),
                "pytorch", Engine.getEngine("PyTorch").getVersion(),
                "onnxruntime", OrtEnvironment.getEnvironment().getVersion());
    }
}
