package org.roentgen.training.engine;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.engine.Engine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.roentgen.network.TensorState;
import org.roentgen.network.TrainingProgram;
import org.roentgen.network.torchscript.TorchScriptArchive;

/** Trains TorchScript archives with the PyTorch engine. Several sessions may run at once. */
public final class TorchScriptBackend implements TrainingBackend {
    private static final String ENGINE = "PyTorch";

    private final ComputeDevice device;
    private final Device engineDevice;

    /**
     * @param threads threads of one operator; read once when the engine starts
     * @throws IllegalStateException when the device that was asked for is not there
     */
    public TorchScriptBackend(DeviceChoice choice, int threads) {
        System.setProperty("ai.djl.pytorch.num_threads", Integer.toString(threads));
        System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
        Engine engine = Engine.getEngine(ENGINE);
        device = choice.resolve(engine.getGpuCount());
        engineDevice = device.isCuda() ? Device.gpu() : Device.cpu();
    }

    @Override
    public ComputeDevice device() {
        return device;
    }

    @Override
    public TrainingSession open(TrainingProgram program, TensorState state) {
        Model model = Model.newInstance("network", engineDevice, ENGINE);
        try {
            load(model, program, state);
            return new TorchScriptSession(program, model);
        } catch (IOException e) {
            model.close();
            throw new UncheckedIOException("Cannot write the network for the engine: " + e.getMessage(), e);
        } catch (MalformedModelException e) {
            model.close();
            throw new IllegalStateException("The engine refused the network: " + e.getMessage(), e);
        }
    }

    private static void load(Model model, TrainingProgram program, TensorState state)
            throws IOException, MalformedModelException {
        Path archive = Files.createTempFile("network", ".pt");
        try {
            TorchScriptArchive.write(program, state, archive);
            model.load(archive, "network", Map.of("trainParam", "true"));
        } finally {
            Files.deleteIfExists(archive);
        }
    }
}
