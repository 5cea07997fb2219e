package org.roentgen.inference.series;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.roentgen.dicom.DicomFile;
import org.roentgen.domain.dataset.LabelDefinition;
import org.roentgen.domain.inference.Finding;
import org.roentgen.imaging.Volume;
import org.roentgen.imaging.prediction.Classifier;
import org.roentgen.imaging.series.SeriesReader;
import org.roentgen.inference.engine.LoadedModel;
import org.roentgen.inference.series.SeriesInference.Prediction;

/** The probability of each class; of several pictures of a series, the mean. */
@ApplicationScoped
public class ClassificationTask {
    private final ObjectMapper json;

    ClassificationTask(ObjectMapper json) {
        this.json = json;
    }

    Prediction predict(LoadedModel model, List<DicomFile> instances) throws IOException {
        Classifier classifier = model.classifier(json);
        double[] mean = mean(model, classifier, images(instances, classifier.takesVolumes()));
        List<Finding> findings = model.manifest().labels().stream()
                .map(label -> finding(label, mean[label.value()]))
                .toList();
        return new Prediction(findings, Optional.empty());
    }

    /** The images that a model sees of a series: one volume, or each picture by itself. */
    public static List<List<Volume>> images(List<DicomFile> instances, boolean volumes) throws IOException {
        SeriesReader reader = new SeriesReader();
        if (volumes) {
            return List.of(List.of(reader.read(instances).volume()));
        }
        List<List<Volume>> images = new ArrayList<>();
        for (DicomFile instance : instances) {
            images.add(List.of(reader.readFlat(instance)));
        }
        return images;
    }

    /** Probabilities averaged over images. */
    public static double[] mean(LoadedModel model, Classifier classifier, List<List<Volume>> images)
            throws IOException {
        double[] mean = new double[model.manifest().labels().size()];
        for (List<Volume> image : images) {
            float[] probabilities = classifier.probabilities(image, model::scores);
            for (int label = 0; label < mean.length; label++) {
                mean[label] += probabilities[label] / images.size();
            }
        }
        return mean;
    }

    private static Finding finding(LabelDefinition label, double probability) {
        return new Finding(label.name(), label.code(), "probability", probability, "1");
    }
}
