package org.roentgen.inference.series;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.roentgen.dicom.DicomFile;
import org.roentgen.domain.dataset.LabelDefinition;
import org.roentgen.domain.inference.Finding;
import org.roentgen.domain.inference.LabelMapReference;
import org.roentgen.domain.model.ModelManifest;
import org.roentgen.domain.object.ObjectStore;
import org.roentgen.imaging.LabelVolume;
import org.roentgen.imaging.label.LabelStatistics;
import org.roentgen.imaging.series.SeriesReader;
import org.roentgen.imaging.series.SeriesVolume;
import org.roentgen.imaging.series.SourceFrame;
import org.roentgen.inference.engine.LoadedModel;
import org.roentgen.inference.series.SeriesInference.Prediction;

/** A label map on the series' own grid, and the volume of each label. */
@ApplicationScoped
public class SegmentationTask {
    private static final String MILLILITRES = "ml";
    private final ObjectMapper json;
    private final ObjectStore objects;

    SegmentationTask(ObjectMapper json, ObjectStore objects) {
        this.json = json;
        this.objects = objects;
    }

    Prediction predict(LoadedModel model, List<DicomFile> instances) throws IOException {
        SeriesVolume series = new SeriesReader().read(instances);
        LabelVolume labels = model.segmenter(json).segment(series.volume(), model::scores);
        ModelManifest manifest = model.manifest();
        return new Prediction(findings(manifest, labels), Optional.of(store(manifest, series, labels)));
    }

    /** Every label of the model has a volume, zero if it was not found. */
    private static List<Finding> findings(ModelManifest manifest, LabelVolume labels) {
        Map<Integer, LabelStatistics> found = LabelStatistics.of(labels).stream()
                .collect(Collectors.toMap(LabelStatistics::label, Function.identity()));
        return manifest.labels().stream()
                .filter(label -> label.value() != 0)
                .map(label -> new Finding(
                        label.name(), label.code(), "volume", volume(found.get(label.value())), MILLILITRES))
                .toList();
    }

    private static double volume(@org.jspecify.annotations.Nullable LabelStatistics statistics) {
        return statistics == null ? 0 : statistics.volumeMl();
    }

    private LabelMapReference store(ModelManifest manifest, SeriesVolume series, LabelVolume labels)
            throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(labels.labels());
        }
        List<String> instances =
                series.slices().stream().map(SourceFrame::sopInstanceUid).toList();
        List<LabelDefinition> segments =
                manifest.labels().stream().filter(label -> label.value() != 0).toList();
        return new LabelMapReference(
                objects.put(compressed.toByteArray()),
                labels.grid().depth(),
                labels.grid().height(),
                labels.grid().width(),
                instances,
                segments);
    }
}
