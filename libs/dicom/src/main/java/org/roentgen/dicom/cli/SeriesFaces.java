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
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.ReadOptions;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.deidentify.face.FaceMasks;
import org.roentgen.dicom.deidentify.face.FacePicture;
import org.roentgen.dicom.deidentify.face.ImageSource;
import org.roentgen.dicom.deidentify.face.SeriesLook;

/**
 * Finds the faces in all series of all studies of a tree before its files are treated one by one.
 *
 * @param pictures where a picture of each series goes that shows its face before and after; nowhere where empty
 */
record SeriesFaces(Optional<Path> pictures) {
    FaceMasks look(Path in) throws IOException {
        FaceMasks masks = new FaceMasks();
        int number = 0;
        for (Map<String, List<Path>> study : studies(in).values()) {
            List<SeriesLook> looks = new ArrayList<>();
            for (List<Path> series : study.values()) {
                looks.add(masks.look(series.stream()
                        .<ImageSource>map(path -> () -> DicomFile.read(path, ReadOptions.LENIENT))
                        .toList()));
            }
            for (SeriesLook look : looks) {
                number++;
                write(masks.complete(look), "face-" + number + ".png");
            }
        }
        return masks;
    }

    private void write(Optional<FacePicture> picture, String name) throws IOException {
        if (picture.isPresent() && pictures.isPresent()) {
            Files.createDirectories(pictures.get());
            Files.write(pictures.get().resolve(name), picture.get().toPng());
        }
    }

    /** The files of each series of each study; what cannot be read is quarantined later. */
    private static Map<String, Map<String, List<Path>>> studies(Path in) throws IOException {
        Map<String, Map<String, List<Path>>> studies = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(in)) {
            for (Path path : (Iterable<Path>) paths.filter(Files::isRegularFile).sorted()::iterator) {
                try {
                    DataSet header = DicomFile.read(path, ReadOptions.LENIENT).dataSet();
                    studies.computeIfAbsent(header.string(Tag.StudyInstanceUID, ""), _ -> new TreeMap<>())
                            .computeIfAbsent(header.string(Tag.SeriesInstanceUID, ""), _ -> new ArrayList<>())
                            .add(path);
                } catch (IOException | UncheckedIOException e) {
                    continue;
                }
            }
        }
        return studies;
    }
}
