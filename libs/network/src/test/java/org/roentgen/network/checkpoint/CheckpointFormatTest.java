package org.roentgen.network.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.roentgen.network.Tensor;
import org.roentgen.network.TensorState;

class CheckpointFormatTest {
    private final Checkpoint checkpoint = new Checkpoint(
            Map.of("epoch", "3", "name", "größer"),
            new TensorState(Map.of(
                    "weight", new Tensor(List.of(2, 3), new float[] {1, -2, Float.MIN_VALUE, 4, Float.NaN, 6}),
                    "step", new Tensor(List.of(), new float[] {7}))));
    private byte[] bytes = {};

    @BeforeEach
    void write() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CheckpointFormat.write(checkpoint, out);
        bytes = out.toByteArray();
    }

    @Test
    void readsBackBitForBit() throws IOException {
        assertThat(read(bytes)).isEqualTo(checkpoint);
    }

    @Test
    void everyChangedByteIsNoticed() {
        for (int i = 0; i < bytes.length; i++) {
            byte[] damaged = bytes.clone();
            damaged[i] ^= 0x10;
            assertThatThrownBy(() -> read(damaged)).as("byte " + i).isInstanceOf(IOException.class);
        }
    }

    @Test
    void everyCutIsNoticed() {
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> read(cut)).as("length " + length).isInstanceOf(CorruptCheckpointException.class);
        }
    }

    private static Checkpoint read(byte[] bytes) throws IOException {
        return CheckpointFormat.read(new ByteArrayInputStream(bytes));
    }
}
