package org.roentgen.inference.predict;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.ReadOptions;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.cli.CommandFiles;
import org.roentgen.dicom.pixel.PixelDescription;
import org.roentgen.imaging.Volume;
import org.roentgen.inference.series.ClassificationTask;

/** DICOM files as series, in the order of their first files; a series is named by its Series Instance UID. */
final class SeriesInputs {
    private SeriesInputs() {}

    /** Files without pixels, such as a DICOMDIR, are left out. */
    static List<Input> of(List<Path> files, boolean volumes, PrintStream err) throws PredictException {
        Map<String, List<Path>> series = new LinkedHashMap<>();
        for (Path path : files) {
            try {
                DicomFile file = CommandFiles.read(path, ReadOptions.LENIENT, err);
                if (PixelDescription.isPresent(file.dataSet())) {
                    series.computeIfAbsent(
                                    file.dataSet().string(Tag.SeriesInstanceUID, "unknown-series"),
                                    uid -> new ArrayList<>())
                            .add(path);
                }
            } catch (IOException e) {
                throw new PredictException(String.valueOf(e.getMessage()), e);
            }
        }
        if (series.isEmpty()) {
            throw new PredictException(files.getFirst() + ": none of the DICOM files holds an image");
        }
        return series.entrySet().stream()
                .map(entry -> new Input(entry.getKey(), () -> read(entry.getValue(), volumes)))
                .toList();
    }

    private static List<List<Volume>> read(List<Path> files, boolean volumes) throws IOException {
        List<DicomFile> instances = new ArrayList<>();
        for (Path file : files) {
            instances.add(DicomFile.read(file, ReadOptions.LENIENT));
        }
        return ClassificationTask.images(instances, volumes);
    }
}
