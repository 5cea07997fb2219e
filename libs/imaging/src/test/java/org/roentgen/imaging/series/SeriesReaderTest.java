package org.roentgen.imaging.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.geometry.GeometryException;
import org.roentgen.imaging.Judges;

final class SeriesReaderTest {
    @Test
    void theHippocampusCropIsAVolumeInPatientOrder() throws IOException {
        List<DicomFile> files = files(Judges.shared("mr-brain/Study3/11_HCropVolume"));
        SeriesVolume series = new SeriesReader().read(files);
        assertThat(series.volume().grid().sizeText()).isEqualTo("34 x 50 x 40");
        assertThat(series.volume().grid().orientation().letters()).isEqualTo("LPS");
        assertThat(series.slices()).hasSize(40);
        String sums = Judges.python("pydicom", """
                import sys, glob, pydicom
                images = [pydicom.dcmread(f) for f in glob.glob(sys.argv[1] + '/*.dcm')]
                images.sort(key=lambda image: image.ImagePositionPatient[2])
                print(*[int(image.pixel_array.sum()) for image in images], images[7].pixel_array[3, 5])
                """, Judges.shared("mr-brain/Study3/11_HCropVolume"));
        String[] expected = sums.strip().split(" ");
        for (int z = 0; z < 40; z++) {
            double sum = 0;
            for (int index = 0; index < 34 * 50; index++) {
                sum += series.volume().voxels()[z * 34 * 50 + index];
            }
            assertThat(sum).isEqualTo(Double.parseDouble(expected[z]));
        }
        assertThat(series.volume().at(5, 3, 7)).isEqualTo(Float.parseFloat(expected[40]));
    }

    @Test
    void anObliqueSeriesIsPlacedWhereItsPlanesAre() throws IOException {
        SeriesVolume series = new SeriesReader().read(files(Judges.shared("mr-brain/Study3/11-T1post-18670")));
        assertThat(series.volume().grid().depth()).isEqualTo(22);
        assertThat(series.volume().grid().spacing().z()).isCloseTo(6.5, within(3.0));
    }

    @Test
    void anEnhancedImageIsAVolumeToo() throws IOException {
        Path file = Judges.shared("dicom-conformance/multiframe").resolve("eCT_Supplemental.dcm");
        SeriesVolume series = new SeriesReader().read(List.of(DicomFile.read(file)));
        assertThat(series.slices()).hasSizeGreaterThan(1);
    }

    @Test
    void aSeriesWithAMissingSliceIsRefusedWithItsPosition() throws IOException {
        List<DicomFile> files = new ArrayList<>(files(Judges.shared("mr-brain/Study3/11_HCropVolume")));
        files.removeIf(file -> file.dataSet().decimals(org.roentgen.dicom.Tag.ImagePositionPatient)[2] == 17);
        assertThatThrownBy(() -> new SeriesReader().read(files))
                .isInstanceOf(GeometryException.class)
                .hasMessageContaining("17.00 mm");
    }

    private static List<DicomFile> files(Path folder) throws IOException {
        List<DicomFile> files = new ArrayList<>();
        try (Stream<Path> paths = Files.list(folder)) {
            for (Path path : paths.sorted().toList()) {
                files.add(DicomFile.read(path));
            }
        }
        Collections.shuffle(files, new Random(2));
        return files;
    }
}
