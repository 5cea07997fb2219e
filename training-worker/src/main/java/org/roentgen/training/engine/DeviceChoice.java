package org.roentgen.training.engine;

/** What the operator asked for: {@code auto}, {@code cpu} or {@code cuda}. */
public enum DeviceChoice {
    AUTO,
    CPU,
    CUDA;

    /** @throws IllegalStateException when CUDA was asked for and the engine reports no GPU */
    ComputeDevice resolve(int gpus) {
        return switch (this) {
            case CPU -> new ComputeDevice("cpu", "the CPU was configured");
            case CUDA -> {
                if (gpus == 0) {
                    throw new IllegalStateException("roentgen.training.device is 'cuda', but PyTorch reports no GPU;"
                            + " install the CUDA build of its natives and a driver, or set it to 'auto' or 'cpu'");
                }
                yield new ComputeDevice("cuda:0", "CUDA was configured; PyTorch reports " + gpus + " GPU(s)");
            }
            case AUTO ->
                gpus > 0
                        ? new ComputeDevice("cuda:0", "PyTorch reports " + gpus + " GPU(s)")
                        : new ComputeDevice("cpu", "PyTorch reports no GPU");
        };
    }
}
