package org.roentgen.dicom.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.ReadOptions;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.deidentify.face.FaceMasks;
import org.roentgen.dicom.deidentify.face.FacePicture;
import org.roentgen.dicom.deidentify.face.ImageSource;

/**
 * Finds the faces in all series of a tree before its files are treated one by one.
 *
 * @param pictures where a picture of each series goes that shows its face before and after; nowhere where empty
 */
record SeriesFaces(Optional<Path> pictures) {
    FaceMasks look(Path in) throws IOException {
        FaceMasks masks = new FaceMasks();
        int number = 0;
        for (List<Path> series : series(in).values()) {
            List<ImageSource> images = series.stream()
                    .<ImageSource>map(path -> () -> DicomFile.read(path, ReadOptions.LENIENT))
                    .toList();
            Optional<FacePicture> picture = masks.look(images);
            number++;
            if (picture.isPresent() && pictures.isPresent()) {
                Files.createDirectories(pictures.get());
                Files.write(
                        pictures.get().resolve("face-" + number + ".png"),
                        picture.get().toPng());
            }
        }
        return masks;
    }

    /** The files of each series; what cannot be read is quarantined later. */
    private static Map<String, List<Path>> series(Path in) throws IOException {
        Map<String, List<Path>> series = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(in)) {
            for (Path path : (Iterable<Path>) paths.filter(Files::isRegularFile).sorted()::iterator) {
                try {
                    DicomFile file = DicomFile.read(path, ReadOptions.LENIENT);
                    series.computeIfAbsent(file.dataSet().string(Tag.SeriesInstanceUID, ""), _ -> new ArrayList<>())
                            .add(path);
                } catch (IOException | UncheckedIOException e) {
                    continue;
                }
            }
        }
        return series;
    }
}
