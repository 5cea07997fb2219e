package org.roentgen.inference.engine;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How models run. */
@ConfigMapping(prefix = "roentgen.inference")
public interface EngineConfiguration {
    @WithDefault("AUTO")
    DevicePreference device();

    /** Models kept loaded; the one used longest ago is closed first. */
    @WithDefault("4")
    int warmModels();

    /** What the administrator wants; AUTO takes CUDA where the machine and the build have it. */
    enum DevicePreference {
        AUTO,
        CPU,
        CUDA
    }
}
