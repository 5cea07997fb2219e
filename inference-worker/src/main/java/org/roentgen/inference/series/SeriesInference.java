package org.roentgen.inference.series;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.geometry.GeometryException;
import org.roentgen.domain.error.ErrorCode;
import org.roentgen.domain.error.RoentgenException;
import org.roentgen.domain.inference.Finding;
import org.roentgen.domain.inference.InferenceResult;
import org.roentgen.domain.inference.InstanceReference;
import org.roentgen.domain.inference.LabelMapReference;
import org.roentgen.domain.job.InferenceJob;
import org.roentgen.domain.model.Software;
import org.roentgen.domain.object.ObjectStore;
import org.roentgen.imaging.ImageFormatException;
import org.roentgen.inference.engine.DeviceChoice;
import org.roentgen.inference.engine.LoadedModel;
import org.roentgen.inference.engine.ModelCache;

/** Runs a model over a series: reads the instances, predicts, measures. */
@ApplicationScoped
public class SeriesInference {
    private final ObjectStore objects;
    private final ModelCache models;
    private final SegmentationTask segmentation;
    private final ClassificationTask classification;
    private final DeviceChoice device;
    private final Software software;

    SeriesInference(
            ObjectStore objects,
            ModelCache models,
            SegmentationTask segmentation,
            ClassificationTask classification,
            DeviceChoice device,
            Software software) {
        this.objects = objects;
        this.models = models;
        this.segmentation = segmentation;
        this.classification = classification;
        this.device = device;
        this.software = software;
    }

    /** @throws RoentgenException with the reason when the series or the model is not usable */
    public InferenceResult run(InferenceJob job) {
        Instant begin = Instant.now();
        List<DicomFile> instances = read(job.instances());
        Prediction prediction = models.use(job.modelPackage(), model -> predict(model, instances));
        return new InferenceResult(
                job.modelVersion(),
                prediction.findings(),
                prediction.labelMap(),
                device.name(),
                software.all(),
                Duration.between(begin, Instant.now()).toMillis());
    }

    private Prediction predict(LoadedModel model, List<DicomFile> instances) {
        try {
            return switch (model.manifest().task()) {
                case SEGMENTATION -> segmentation.predict(model, instances);
                case CLASSIFICATION, MULTI_LABEL_CLASSIFICATION -> classification.predict(model, instances);
            };
        } catch (GeometryException | ImageFormatException e) {
            throw new RoentgenException(ErrorCode.QUALITY_GATE_REJECTED, String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new RoentgenException(ErrorCode.INTERNAL_ERROR, "The object store failed: " + e.getMessage(), e);
        }
    }

    private List<DicomFile> read(List<InstanceReference> references) {
        List<DicomFile> files = new ArrayList<>();
        for (InstanceReference reference : references) {
            try {
                files.add(DicomFile.read(objects.file(reference.object())));
            } catch (IOException e) {
                throw new RoentgenException(
                        ErrorCode.MALFORMED_DICOM,
                        "Instance " + reference.sopInstanceUid() + " cannot be read: " + e.getMessage(),
                        e);
            }
        }
        return List.copyOf(files);
    }

    /** What a task says of a series. */
    record Prediction(List<Finding> findings, Optional<LabelMapReference> labelMap) {}
}
