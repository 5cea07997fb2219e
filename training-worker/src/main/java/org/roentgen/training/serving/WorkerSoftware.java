package org.roentgen.training.serving;

import ai.djl.engine.Engine;
import ai.onnxruntime.OrtEnvironment;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a model was made with.
 *
 * @param platform version of this worker
 * @param components versions of the Java runtime, of DJL, and of the native libraries of PyTorch and ONNX Runtime
 */
public record WorkerSoftware(String platform, Map<String, String> components) {
    public WorkerSoftware {
        components = Collections.unmodifiableMap(new TreeMap<>(components));
    }

    /** What runs in this process; loads the native libraries. */
    public static WorkerSoftware of(String platform) {
        return new WorkerSoftware(
                platform,
                Map.of(
                        "java", Runtime.version().toString(),
                        "djl", Engine.getDjlVersion(),
                        "pytorch", Engine.getEngine("PyTorch").getVersion(),
                        "onnxruntime", OrtEnvironment.getEnvironment().getVersion()));
    }
}
