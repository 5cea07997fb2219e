package org.roentgen.imaging.metrics;

import java.util.Optional;
import org.roentgen.imaging.LabelVolume;

/**
 * One label of a prediction against the reference standard.
 *
 * @param dice 2|A and B| / (|A| + |B|); 1 when neither has the label
 * @param surface distances between the surfaces; absent when only one of them or neither has the label
 * @param predictedMl volume of the label in the prediction
 * @param referenceMl volume of the label in the reference standard
 */
public record SegmentationMetrics(
        int label, double dice, Optional<SurfaceDistances> surface, double predictedMl, double referenceMl) {
    /**
     * Compares one label.
     *
     * @throws IllegalArgumentException when the two do not lie on one grid
     */
    public static SegmentationMetrics of(LabelVolume prediction, LabelVolume reference, int label) {
        if (!prediction.grid().coincidesWith(reference.grid(), 0.5)) {
            throw new IllegalArgumentException(
                    "Prediction (%s voxels) and reference standard (%s voxels) do not lie on one grid"
                            .formatted(
                                    prediction.grid().sizeText(),
                                    reference.grid().sizeText()));
        }
        byte[] predicted = prediction.labels();
        byte[] referenced = reference.labels();
        long inPrediction = 0;
        long inReference = 0;
        long inBoth = 0;
        for (int index = 0; index < predicted.length; index++) {
            boolean one = Byte.toUnsignedInt(predicted[index]) == label;
            boolean other = Byte.toUnsignedInt(referenced[index]) == label;
            inPrediction += one ? 1 : 0;
            inReference += other ? 1 : 0;
            inBoth += one && other ? 1 : 0;
        }
        double voxelMl = reference.grid().voxelVolumeMm3() / 1000;
        double dice = inPrediction + inReference == 0 ? 1 : 2.0 * inBoth / (inPrediction + inReference);
        Optional<SurfaceDistances> surface = inPrediction == 0 || inReference == 0
                ? Optional.empty()
                : Optional.of(SurfaceDistances.between(prediction, reference, label));
        return new SegmentationMetrics(label, dice, surface, inPrediction * voxelMl, inReference * voxelMl);
    }

    /** Predicted minus reference volume, in ml. */
    public double volumeDifferenceMl() {
        return predictedMl - referenceMl;
    }
}
