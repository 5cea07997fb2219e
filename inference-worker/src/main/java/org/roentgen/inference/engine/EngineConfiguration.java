package org.roentgen.inference.engine;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.nio.file.Path;

/** How models run. */
@ConfigMapping(prefix = "roentgen")
public interface EngineConfiguration {
    /** PEM file with the Ed25519 key that model packages must be signed with. */
    @WithName("signing.public-key-file")
    Path publicKeyFile();

    @WithName("inference.device")
    @WithDefault("AUTO")
    DevicePreference device();

    /** Models kept loaded; the one used longest ago is closed first. */
    @WithName("inference.warm-models")
    @WithDefault("4")
    int warmModels();

    /** What the administrator wants; AUTO takes CUDA where the machine and the build have it. */
    enum DevicePreference {
        AUTO,
        CPU,
        CUDA
    }
}
