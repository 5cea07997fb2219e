package org.roentgen.network.checkpoint;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.roentgen.network.Tensor;
import org.roentgen.network.TensorState;

/**
 * Checkpoint file: the bytes {@code RNTCKPT1}, the properties, the tensors (name, shape, little-endian float32), then
 * the SHA-256 of all bytes before it. Integers are big-endian, texts are modified UTF-8 with their length.
 */
public final class CheckpointFormat {
    private static final long MAGIC = 0x524E54434B505431L;
    private static final int DIGEST_LENGTH = 32;
    private static final int MAX_ENTRIES = 1 << 20;
    private static final int MAX_RANK = 8;

    private CheckpointFormat() {}

    /** Does not close the stream. */
    public static void write(Checkpoint checkpoint, OutputStream out) throws IOException {
        DigestOutputStream digesting = new DigestOutputStream(new BufferedOutputStream(out), sha256());
        DataOutputStream data = new DataOutputStream(digesting);
        data.writeLong(MAGIC);
        data.writeInt(checkpoint.properties().size());
        for (Map.Entry<String, String> property : checkpoint.properties().entrySet()) {
            data.writeUTF(property.getKey());
            data.writeUTF(property.getValue());
        }
        data.writeInt(checkpoint.state().tensors().size());
        for (Map.Entry<String, Tensor> tensor : checkpoint.state().tensors().entrySet()) {
            data.writeUTF(tensor.getKey());
            write(tensor.getValue(), data);
        }
        digesting.on(false);
        data.write(digesting.getMessageDigest().digest());
        data.flush();
    }

    private static void write(Tensor tensor, DataOutputStream data) throws IOException {
        data.writeByte(tensor.shape().size());
        for (int size : tensor.shape()) {
            data.writeInt(size);
        }
        ByteBuffer bytes =
                ByteBuffer.allocate(tensor.values().length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(tensor.values());
        data.write(bytes.array());
    }

    /** @throws CorruptCheckpointException when the bytes are not a whole, unchanged checkpoint */
    public static Checkpoint read(InputStream in) throws IOException {
        DigestInputStream digesting = new DigestInputStream(new BufferedInputStream(in), sha256());
        DataInputStream data = new DataInputStream(digesting);
        try {
            if (data.readLong() != MAGIC) {
                throw new CorruptCheckpointException("Not a checkpoint: it does not start with RNTCKPT1");
            }
            Map<String, String> properties = new LinkedHashMap<>();
            for (int left = count(data.readInt()); left > 0; left--) {
                properties.put(data.readUTF(), data.readUTF());
            }
            Map<String, Tensor> tensors = new LinkedHashMap<>();
            for (int left = count(data.readInt()); left > 0; left--) {
                tensors.put(data.readUTF(), readTensor(data));
            }
            digesting.on(false);
            byte[] expected = digesting.getMessageDigest().digest();
            if (!MessageDigest.isEqual(expected, data.readNBytes(DIGEST_LENGTH))) {
                throw new CorruptCheckpointException("Checkpoint is damaged: its SHA-256 does not match its content");
            }
            return new Checkpoint(properties, new TensorState(tensors));
        } catch (EOFException e) {
            throw new CorruptCheckpointException("Checkpoint is cut off", e);
        }
    }

    private static Tensor readTensor(DataInputStream data) throws IOException {
        int rank = data.readUnsignedByte();
        if (rank > MAX_RANK) {
            throw new CorruptCheckpointException("Checkpoint is damaged: a tensor has " + rank + " axes");
        }
        List<Integer> shape = new ArrayList<>();
        long elements = 1;
        for (int axis = 0; axis < rank; axis++) {
            int size = data.readInt();
            elements *= size;
            if (size < 0 || elements > Integer.MAX_VALUE / Float.BYTES) {
                throw new CorruptCheckpointException("Checkpoint is damaged: an axis has the size " + size);
            }
            shape.add(size);
        }
        byte[] bytes = data.readNBytes((int) elements * Float.BYTES);
        if (bytes.length < elements * Float.BYTES) {
            throw new EOFException();
        }
        float[] values = new float[(int) elements];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
        return new Tensor(shape, values);
    }

    private static int count(int value) throws CorruptCheckpointException {
        if (value < 0 || value > MAX_ENTRIES) {
            throw new CorruptCheckpointException("Checkpoint is damaged: it claims " + value + " entries");
        }
        return value;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}
