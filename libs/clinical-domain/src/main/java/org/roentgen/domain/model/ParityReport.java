package org.roentgen.domain.model;

/** PyTorch against ONNX Runtime on held-back inputs. */
public record ParityReport(double maxAbsDifference, double tolerance, int inputs) {
    public boolean withinTolerance() {
        return maxAbsDifference <= tolerance;
    }
}
