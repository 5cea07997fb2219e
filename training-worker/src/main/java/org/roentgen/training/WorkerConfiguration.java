package org.roentgen.training;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;
import java.util.OptionalInt;
import org.roentgen.training.engine.DeviceChoice;

/** How this worker computes. */
@ConfigMapping(prefix = "roentgen.training")
public interface WorkerConfiguration {
    /** {@code auto} takes CUDA where the engine reports a GPU. */
    @WithDefault("auto")
    DeviceChoice device();

    /** Threads of one operator; by default two on two cores, else half of the cores. */
    OptionalInt threads();

    /** Trainings at once; by default one on a GPU, else as many as find cores for their threads. */
    OptionalInt concurrentTrainings();

    /** Name of this worker in events; the host's name by default. */
    Optional<String> workerName();
}
