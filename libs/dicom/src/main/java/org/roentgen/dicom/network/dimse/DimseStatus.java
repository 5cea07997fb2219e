package org.roentgen.dicom.network.dimse;

/**
 * Status (0000,0900) of a response (PS3.7 annex C, PS3.4 tables B.2-1, C.4-1 to C.4-3).
 *
 * @param code 0 to FFFFH
 * @param comment Error Comment (0000,0902), at most 64 characters; never patient data; empty when there is none
 */
public record DimseStatus(int code, String comment) {
    private static final int MAXIMUM_COMMENT = 64;

    public static final DimseStatus SUCCESS = new DimseStatus(0x0000);
    public static final DimseStatus CANCEL = new DimseStatus(0xFE00);
    public static final DimseStatus PENDING = new DimseStatus(0xFF00);
    public static final DimseStatus PENDING_WITH_UNSUPPORTED_KEYS = new DimseStatus(0xFF01);
    public static final DimseStatus PROCESSING_FAILURE = new DimseStatus(0x0110);
    public static final DimseStatus NO_SUCH_SOP_INSTANCE = new DimseStatus(0x0112);
    public static final DimseStatus INVALID_ARGUMENT = new DimseStatus(0x0115);
    public static final DimseStatus INVALID_SOP_INSTANCE = new DimseStatus(0x0117);
    public static final DimseStatus SOP_CLASS_NOT_SUPPORTED = new DimseStatus(0x0122);
    public static final DimseStatus NOT_AUTHORIZED = new DimseStatus(0x0124);
    public static final DimseStatus DUPLICATE_INVOCATION = new DimseStatus(0x0210);
    public static final DimseStatus UNRECOGNIZED_OPERATION = new DimseStatus(0x0211);
    public static final DimseStatus RESOURCE_LIMITATION = new DimseStatus(0x0213);
    public static final DimseStatus OUT_OF_RESOURCES = new DimseStatus(0xA700);
    public static final DimseStatus OUT_OF_RESOURCES_MATCHES = new DimseStatus(0xA701);
    public static final DimseStatus OUT_OF_RESOURCES_SUBOPERATIONS = new DimseStatus(0xA702);
    public static final DimseStatus MOVE_DESTINATION_UNKNOWN = new DimseStatus(0xA801);
    public static final DimseStatus DATA_SET_DOES_NOT_MATCH_SOP_CLASS = new DimseStatus(0xA900);
    public static final DimseStatus SUBOPERATIONS_WITH_FAILURES = new DimseStatus(0xB000);
    public static final DimseStatus CANNOT_UNDERSTAND = new DimseStatus(0xC000);

    /** What a status means for the operation. */
    public enum Category {
        SUCCESS,
        WARNING,
        PENDING,
        CANCEL,
        FAILURE;

        /** Whether no further response follows. */
        public boolean isTerminal() {
            return this != PENDING;
        }
    }

    /** A status without a comment. */
    public DimseStatus(int code) {
        this(code, "");
    }

    public DimseStatus {
        if (code < 0 || code > 0xFFFF) {
            throw new IllegalArgumentException("status %d: must be 0 to FFFFH (PS3.7 C)".formatted(code));
        }
        comment = comment.length() > MAXIMUM_COMMENT ? comment.substring(0, MAXIMUM_COMMENT) : comment;
    }

    /** The same status with a comment for the peer's log. */
    public DimseStatus because(String reason) {
        return new DimseStatus(code, reason);
    }

    /** Category by PS3.7 table C.1-1. */
    public Category category() {
        return switch (code) {
            case 0x0000 -> Category.SUCCESS;
            case 0x0001, 0x0107, 0x0116 -> Category.WARNING;
            case 0xFE00 -> Category.CANCEL;
            case 0xFF00, 0xFF01 -> Category.PENDING;
            default -> code >>> 12 == 0xB ? Category.WARNING : Category.FAILURE;
        };
    }

    /** Whether the operation took effect: success or warning. */
    public boolean isDone() {
        return category() == Category.SUCCESS || category() == Category.WARNING;
    }

    @Override
    public String toString() {
        return comment.isEmpty() ? "%04XH".formatted(code) : "%04XH (%s)".formatted(code, comment);
    }
}
