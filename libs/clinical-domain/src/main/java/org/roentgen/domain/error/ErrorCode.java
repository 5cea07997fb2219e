package org.roentgen.domain.error;

/** Every failure that the platform names, with the category that decides what happens next. */
public enum ErrorCode {
    MALFORMED_DICOM(ErrorCategory.INVALID_INPUT),
    UNSUPPORTED_TRANSFER_SYNTAX(ErrorCategory.INVALID_INPUT),
    CONFLICTING_INSTANCE(ErrorCategory.INVALID_INPUT),
    INVALID_QUERY(ErrorCategory.INVALID_INPUT),
    QUALITY_GATE_REJECTED(ErrorCategory.INVALID_INPUT),
    DEIDENTIFICATION_REFUSED(ErrorCategory.INVALID_INPUT),
    INVALID_DATASET(ErrorCategory.INVALID_INPUT),
    INVALID_TRAINING_SPEC(ErrorCategory.INVALID_INPUT),
    INVALID_MODEL_PACKAGE(ErrorCategory.INVALID_INPUT),
    PARITY_OUT_OF_TOLERANCE(ErrorCategory.INVALID_INPUT),
    NO_PRODUCTION_MODEL(ErrorCategory.INVALID_INPUT),
    DELIVERY_FAILED(ErrorCategory.EXTERNAL),
    BROKER_UNAVAILABLE(ErrorCategory.EXTERNAL),
    OUT_OF_MEMORY(ErrorCategory.RESOURCES),
    OUT_OF_DISK(ErrorCategory.RESOURCES),
    INTERNAL_ERROR(ErrorCategory.INTERNAL);

    private final ErrorCategory category;

    ErrorCode(ErrorCategory category) {
        this.category = category;
    }

    public ErrorCategory category() {
        return category;
    }
}
