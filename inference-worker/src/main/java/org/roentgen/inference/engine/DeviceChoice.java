package org.roentgen.inference.engine;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.util.cuda.CudaUtils;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtProvider;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import org.roentgen.inference.engine.EngineConfiguration.DevicePreference;

/** Where models run and why, decided once at the start, logged, and shown by the API. */
@ApplicationScoped
public class DeviceChoice {
    private static final Logger LOG = Logger.getLogger(DeviceChoice.class);
    private static final String ENGINE = "OnnxRuntime";
    private final Device device;
    private final String reason;

    DeviceChoice(EngineConfiguration configuration) {
        // DJL must create the ONNX Runtime environment: it refuses one that exists already.
        Engine.getEngine(ENGINE);
        boolean built = OrtEnvironment.getAvailableProviders().contains(OrtProvider.CUDA);
        int cards = built ? CudaUtils.getGpuCount() : 0;
        DevicePreference preference = configuration.device();
        if (preference == DevicePreference.CUDA && cards == 0) {
            throw new IllegalStateException("roentgen.inference.device is CUDA, but " + whyNot(built)
                    + "; set it to AUTO or CPU, or start where there is one");
        }
        if (preference == DevicePreference.CPU || cards == 0) {
            device = Device.cpu();
            reason = preference == DevicePreference.CPU ? "roentgen.inference.device is CPU" : whyNot(built);
        } else {
            device = Device.gpu(0);
            reason = cards + " CUDA device(s) and ONNX Runtime's CUDA provider found";
        }
        LOG.infof("Models run on %s: %s", name(), reason);
    }

    Device device() {
        return device;
    }

    /** {@code cpu} or {@code cuda:0}. */
    public String name() {
        return device.isGpu() ? "cuda:" + device.getDeviceId() : "cpu";
    }

    public String reason() {
        return reason;
    }

    private static String whyNot(boolean built) {
        return built
                ? "no CUDA device was found on this machine"
                : "this build has ONNX Runtime without CUDA (build with -Dcuda for it)";
    }
}
