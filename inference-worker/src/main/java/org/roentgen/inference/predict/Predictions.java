package org.roentgen.inference.predict;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.roentgen.dicom.geometry.GeometryException;
import org.roentgen.domain.dataset.Task;
import org.roentgen.domain.error.RoentgenException;
import org.roentgen.imaging.ImageFormatException;
import org.roentgen.imaging.Volume;
import org.roentgen.imaging.prediction.Classifier;
import org.roentgen.imaging.prediction.Segmenter;
import org.roentgen.inference.engine.LoadedModel;
import org.roentgen.inference.series.ClassificationTask;

/** Runs a model over inputs; goes on after one that it cannot read, and names it. */
final class Predictions {
    private final LoadedModel model;
    private final ObjectMapper json;
    private final Results results;
    private final PrintStream err;

    Predictions(LoadedModel model, ObjectMapper json, Results results, PrintStream err) {
        this.model = model;
        this.json = json;
        this.results = results;
        this.err = err;
    }

    boolean takesVolumes() {
        return model.manifest().task() == Task.SEGMENTATION
                || model.classifier(json).takesVolumes();
    }

    /** @return how many inputs could not be predicted on */
    int run(List<Input> inputs) throws PredictException {
        return model.manifest().task() == Task.SEGMENTATION ? segment(inputs) : classify(inputs);
    }

    private int classify(List<Input> inputs) throws PredictException {
        Classifier classifier = model.classifier(json);
        List<String> lines = new ArrayList<>();
        lines.add(Results.header(model.manifest().labels().size()));
        int failures = 0;
        for (Input input : inputs) {
            try {
                lines.add(Results.row(
                        input.id(),
                        ClassificationTask.mean(
                                model, classifier, input.images().read())));
            } catch (IOException | GeometryException | RoentgenException | IllegalArgumentException e) {
                failures += failed(input, e);
            }
        }
        results.writeCsv(lines);
        return failures;
    }

    private int segment(List<Input> inputs) throws PredictException {
        results.checkMasks(inputs.size());
        Segmenter segmenter = model.segmenter(json);
        int failures = 0;
        for (Input input : inputs) {
            try {
                Volume image = only(input.images().read().getFirst());
                results.writeMask(input.id(), segmenter.segment(image, model::scores));
            } catch (IOException | GeometryException | RoentgenException | IllegalArgumentException e) {
                failures += failed(input, e);
            }
        }
        return failures;
    }

    private static Volume only(List<Volume> channels) throws ImageFormatException {
        if (channels.size() != 1) {
            throw new ImageFormatException(
                    "The image has " + channels.size() + " channels or volumes, the model takes one: give one of them");
        }
        return channels.getFirst();
    }

    private int failed(Input input, Exception e) {
        err.println("roentgen predict: " + input.id() + ": " + e.getMessage());
        return 1;
    }
}
