package org.roentgen.network.torchscript;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.roentgen.network.Tensor;
import org.roentgen.network.TensorSpec;
import org.roentgen.network.TensorState;
import org.roentgen.network.TrainingProgram;

/**
 * Writes a training program and the values of its tensors as a TorchScript archive (a zip of pickle, source text and raw
 * tensor bytes), the least that libtorch 2.7.1 loads. Never load an archive that was not written here: the engine
 * does not check shapes against the stored bytes.
 */
public final class TorchScriptArchive {
    private static final String ROOT = "net/";
    private static final byte[] EMPTY_TUPLE_PICKLE = {(byte) 0x80, 2, ')', '.'};
    private static final String FORMAT_VERSION = "10\n";

    private TorchScriptArchive() {}

    /** @throws IllegalArgumentException when the state lacks a tensor of the program or a shape differs */
    public static void write(TrainingProgram program, TensorState state, Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            write(program, state, out);
        }
    }

    public static void write(TrainingProgram program, TensorState state, OutputStream out) throws IOException {
        List<TensorSpec> specs = program.tensors();
        specs.forEach(spec -> checkShape(spec, state.get(spec.name())));
        ZipOutputStream zip = new ZipOutputStream(out);
        zip.setMethod(ZipOutputStream.STORED);
        int key = 0;
        for (TensorSpec spec : specs) {
            store(zip, "data/" + key++, bytes(state.get(spec.name()).values()));
        }
        store(zip, "data.pkl", ModulePickle.of(specs));
        store(zip, "code/__torch__.py", TorchScriptEmitter.emit(program).getBytes(StandardCharsets.UTF_8));
        store(zip, "constants.pkl", EMPTY_TUPLE_PICKLE);
        store(zip, "version", FORMAT_VERSION.getBytes(StandardCharsets.UTF_8));
        zip.finish();
    }

    private static void checkShape(TensorSpec spec, Tensor tensor) {
        if (!spec.shape().equals(tensor.shape())) {
            throw new IllegalArgumentException("Tensor '" + spec.name() + "' has shape " + tensor.shape()
                    + ", but the network needs " + spec.shape() + "; it belongs to another network");
        }
    }

    private static byte[] bytes(float[] values) {
        ByteBuffer buffer = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asFloatBuffer().put(values);
        return buffer.array();
    }

    private static void store(ZipOutputStream zip, String name, byte[] content) throws IOException {
        CRC32 checksum = new CRC32();
        checksum.update(content);
        ZipEntry entry = new ZipEntry(ROOT + name);
        entry.setSize(content.length);
        entry.setCompressedSize(content.length);
        entry.setCrc(checksum.getValue());
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
