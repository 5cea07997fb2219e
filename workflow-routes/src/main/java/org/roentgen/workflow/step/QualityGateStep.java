package org.roentgen.workflow.step;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.geometry.FrameGeometries;
import org.roentgen.dicom.geometry.GeometryException;
import org.roentgen.dicom.geometry.GeometryTolerance;
import org.roentgen.dicom.geometry.SeriesGeometry;
import org.roentgen.domain.error.Cause;
import org.roentgen.domain.error.ErrorCode;
import org.roentgen.domain.pipeline.StepConfiguration;
import org.roentgen.domain.pipeline.StepConfiguration.QualityGate;
import org.roentgen.domain.pipeline.StepKind;
import org.roentgen.imaging.series.SeriesReader;
import org.roentgen.workflow.pipeline.ClaimedStep;
import org.roentgen.workflow.pipeline.StepExecutor;
import org.roentgen.workflow.pipeline.StepOutcome;
import org.roentgen.workflow.series.SeriesInstances;
import org.roentgen.workflow.series.StoredInstance;

/**
 * Stops a run whose series is no regular volume, or cannot be decoded, with a sentence for the worklist. Where one image is
 * enough ({@code minimumSlices} 1), images that are not placed in the patient, such as radiographs, pass.
 */
@ApplicationScoped
public class QualityGateStep implements StepExecutor {
    private final SeriesInstances series;

    QualityGateStep(SeriesInstances series) {
        this.series = series;
    }

    @Override
    public StepKind kind() {
        return StepKind.QUALITY_GATE;
    }

    @Override
    public StepOutcome execute(ClaimedStep step) {
        List<StoredInstance> instances = series.of(step.run().seriesId());
        long undecodable =
                instances.stream().filter(instance -> !instance.decodable()).count();
        if (undecodable > 0) {
            return stopped(
                    undecodable + " of " + instances.size()
                            + " images are in a transfer syntax that cannot be decoded here: send them uncompressed or lossless");
        }
        var gate = (StepConfiguration.QualityGate) step.configuration();
        List<DataSet> headers = series.headers(instances);
        int minimum = gate.minimumSlices().orElse(QualityGate.DEFAULT_MINIMUM_SLICES);
        if (minimum == 1 && !headers.isEmpty() && headers.stream().noneMatch(FrameGeometries::isPlaced)) {
            return new StepOutcome.Completed(Map.of("images", headers.size()));
        }
        return check(headers, tolerance(gate, minimum));
    }

    private static StepOutcome check(List<DataSet> headers, GeometryTolerance tolerance) {
        try {
            SeriesGeometry geometry = SeriesReader.geometry(headers, tolerance);
            return geometry.isRegular()
                    ? new StepOutcome.Completed(Map.of("slices", geometry.slices()))
                    : stopped(geometry.explanation());
        } catch (GeometryException e) {
            return stopped(String.valueOf(e.getMessage()));
        }
    }

    /** Never wider than the standard tolerance: no later step would take such a series. */
    private static GeometryTolerance tolerance(QualityGate gate, int minimum) {
        GeometryTolerance standard = GeometryTolerance.DEFAULT;
        return new GeometryTolerance(
                standard.directionDegrees(),
                Math.min(
                        standard.spacingFraction(),
                        gate.maximumSpacingDeviation().orElse(standard.spacingFraction())),
                standard.positionMm(),
                standard.tiltDegrees(),
                minimum);
    }

    private static StepOutcome stopped(String reason) {
        return new StepOutcome.Stopped(new Cause(ErrorCode.QUALITY_GATE_REJECTED, reason));
    }
}
