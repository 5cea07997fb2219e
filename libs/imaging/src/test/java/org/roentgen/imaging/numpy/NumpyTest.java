package org.roentgen.imaging.numpy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roentgen.imaging.ImageFormatException;
import org.roentgen.imaging.Judges;

final class NumpyTest {
    @TempDir
    Path folder;

    @Test
    void readsEveryTypeThatNumpyWrites() throws IOException {
        List<String> types = List.of("?", "u1", "i1", "<u2", ">i2", "<u4", ">i4", "<i8", ">u8", "<f2", ">f4", "<f8");
        Path file = folder.resolve("all.npz");
        Judges.python(
                "numpy", """
                import sys, numpy
                kinds = sys.argv[2:]
                numpy.savez_compressed(sys.argv[1], **{f'a{n}': numpy.arange(24).reshape(2, 3, 4).astype(k)
                                                       for n, k in enumerate(kinds)})
                numpy.save(sys.argv[1] + '.npy', numpy.arange(3.0))
                """, Stream.concat(Stream.of(file), types.stream()).toArray());
        NpzArrays arrays = NpzReader.read(file);
        for (int index = 0; index < types.size(); index++) {
            NumpyArray array = arrays.array("a" + index);
            assertThat(array.shape()).containsExactly(2, 3, 4);
            assertThat(array.value(0)).isZero();
            assertThat(array.value(23))
                    .as(types.get(index))
                    .isEqualTo(types.get(index).equals("?") ? 1 : 23);
        }
        assertThat(NpyReader.read(folder.resolve("all.npz.npy")).integers()).containsExactly(0, 1, 2);
    }

    @Test
    void readsPneumoniaMnist() throws IOException {
        NpzArrays arrays = NpzReader.read(Judges.shared("pneumoniamnist").resolve("pneumoniamnist_train_val.npz"));
        assertThat(arrays.array("train_images").shape()).containsExactly(4708, 28, 28);
        assertThat(arrays.array("val_labels").integers()).hasSize(524).contains(0, 1);
        assertThat(arrays.array("train_images").floats(0, 784)).hasSize(784);
    }

    @Test
    void numpyReadsWhatWeWrite() throws IOException {
        Path file = folder.resolve("set.npz");
        try (NpzWriter writer = new NpzWriter(file)) {
            writer.add("images", List.of(2, 2, 3), new byte[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, (byte) 255});
            writer.add("labels", List.of(2), new byte[] {0, 1});
        }
        String answer = Judges.python(
                "numpy",
                "import sys, numpy; f = numpy.load(sys.argv[1]); print(f['images'].shape, f['images'][1, 1, 2], f['labels'])",
                file);
        assertThat(answer.strip()).isEqualTo("(2, 2, 3) 255 [0 1]");
        assertThat(NpzReader.read(file).array("images").value(11)).isEqualTo(255);
    }

    @Test
    void refusesOtherFilesAndMissingBytes() throws IOException {
        Path other = Files.writeString(folder.resolve("other.npz"), "no zip");
        assertThatThrownBy(() -> NpzReader.read(other)).isInstanceOf(ImageFormatException.class);
        Path text = Files.writeString(folder.resolve("other.npy"), "no array");
        assertThatThrownBy(() -> NpyReader.read(text)).isInstanceOf(ImageFormatException.class);
        String header = "{'descr': '<f4', 'fortran_order': False, 'shape': (9, 9), }";
        byte[] bytes = ("\u0093NUMPY\u0001\u0000" + (char) header.length() + "\u0000" + header)
                .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        Path cut = Files.write(folder.resolve("cut.npy"), bytes);
        assertThatThrownBy(() -> NpyReader.read(cut)).hasMessageContaining("0 of the 324 bytes");
    }
}
