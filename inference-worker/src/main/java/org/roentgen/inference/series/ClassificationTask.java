package org.roentgen.inference.series;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.roentgen.dicom.DicomFile;
import org.roentgen.domain.dataset.LabelDefinition;
import org.roentgen.domain.inference.Finding;
import org.roentgen.domain.model.ModelManifest;
import org.roentgen.imaging.prediction.Softmax;
import org.roentgen.imaging.recipe.Preprocessed;
import org.roentgen.imaging.recipe.Recipe;
import org.roentgen.imaging.series.SeriesReader;
import org.roentgen.inference.engine.LoadedModel;
import org.roentgen.inference.engine.LoadedModel.Tensor;
import org.roentgen.inference.series.SeriesInference.Prediction;

/** The probability of each class; of several images of a series, the mean. */
@ApplicationScoped
public class ClassificationTask {
    private final ObjectMapper json;

    ClassificationTask(ObjectMapper json) {
        this.json = json;
    }

    Prediction predict(LoadedModel model, List<DicomFile> instances) throws IOException {
        ModelManifest manifest = model.manifest();
        Recipe recipe = json.convertValue(manifest.recipe(), Recipe.class);
        SeriesReader reader = new SeriesReader();
        int classes = manifest.labels().size();
        double[] sums = new double[classes];
        for (DicomFile instance : instances) {
            float[] probabilities = probabilities(model, recipe.apply(reader.readFlat(instance)), classes);
            for (int label = 0; label < classes; label++) {
                sums[label] += probabilities[label];
            }
        }
        List<Finding> findings = manifest.labels().stream()
                .map(label -> finding(label, sums[label.value()] / instances.size()))
                .toList();
        return new Prediction(findings, Optional.empty());
    }

    private static float[] probabilities(LoadedModel model, Preprocessed input, int classes) {
        long[] shape = {1, input.channels(), input.grid().height(), input.grid().width()};
        return Softmax.of(model.run(new Tensor(shape, input.tensor())).values(), 1, classes);
    }

    private static Finding finding(LabelDefinition label, double probability) {
        return new Finding(label.name(), label.code(), "probability", probability, "1");
    }
}
