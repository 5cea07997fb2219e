package org.roentgen.dicom.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.pixel.PixelReader;
import org.roentgen.dicom.validate.Validator;

class BenchFilesTest {
    @TempDir
    Path directory;

    @Test
    void theFilesAreSoundImages() throws IOException {
        List<Path> files = BenchFiles.ct(directory, 3, 16);
        assertThat(files).hasSize(3);
        for (Path file : files) {
            DicomFile image = DicomFile.read(file);
            assertThat(Validator.validate(image).findings()).isEmpty();
            assertThat(image.dataSet().size()).isGreaterThan(100);
        }
        assertThat(PixelReader.of(DicomFile.read(BenchFiles.multiFrame(directory, 4, 16)))
                        .frames())
                .isEqualTo(4);
    }

    @Test
    void aSecondRunTakesTheFilesOfTheFirst() throws IOException {
        Path first = BenchFiles.ct(directory, 1, 16).getFirst();
        long written = first.toFile().lastModified();
        assertThat(BenchFiles.ct(directory, 1, 16)).containsExactly(first);
        assertThat(first.toFile().lastModified()).isEqualTo(written);
    }
}
