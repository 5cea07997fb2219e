package org.roentgen.dicom;

/** The rules that a reader checks. Each says whether a lenient reader may repair its breach, or any reader tolerates it. */
public enum Rule {
    /** The input is not DICOM: neither preamble nor a plausible first element. */
    NOT_DICOM(Treatment.FATAL),
    /** A limit of {@link ReadLimits} was reached. */
    LIMIT(Treatment.FATAL),
    /** The deflated data set does not inflate. */
    DEFLATE(Treatment.FATAL),
    /** The input ends inside an element. Repair: what is there is kept. */
    TRUNCATED(Treatment.REPAIRED),
    /** An element is longer than the item or sequence around it. Repair: it ends with what contains it. */
    LENGTH_BEYOND_PARENT(Treatment.REPAIRED),
    /** A length that this element cannot have. Repair: undefined length is read as a sequence of items. */
    INVALID_LENGTH(Treatment.REPAIRED),
    /** Something else than an item stands in a sequence. Repair: the sequence ends there. */
    ITEM_EXPECTED(Treatment.REPAIRED),
    /** A delimitation item where nothing is open. Repair: it is skipped. */
    STRAY_DELIMITER(Treatment.REPAIRED),
    /** A sequence or item of undefined length is not closed. Repair: the end of its container closes it. */
    MISSING_DELIMITER(Treatment.REPAIRED),
    /** Elements out of ascending order. Repair: they are sorted. */
    ELEMENT_ORDER(Treatment.REPAIRED),
    /** An element occurs twice. Repair: the first one is kept. */
    DUPLICATE_ELEMENT(Treatment.REPAIRED),
    /** Two bytes that are no VR in an explicit encoding. Repair: the element is read as implicit. */
    INVALID_VR(Treatment.REPAIRED),
    /** Zeros or other bytes after the last element. Repair: they are dropped. */
    TRAILING_BYTES(Treatment.REPAIRED),
    /** The encoding is another one than the transfer syntax says. Read by what is there. */
    ENCODING_MISMATCH(Treatment.TOLERATED),
    /** No preamble of 128 bytes with the DICM prefix. */
    MISSING_PREAMBLE(Treatment.TOLERATED),
    /** No file meta information, or none that names the transfer syntax. The encoding is guessed from the first element. */
    MISSING_META(Treatment.TOLERATED),
    /** A wrong group length of the file meta information. The group is read by its tags. */
    META_LENGTH(Treatment.TOLERATED),
    /** A VR of two letters that the standard does not define. Read as UN (PS3.5 section 6.2, note). */
    UNKNOWN_VR(Treatment.TOLERATED),
    /** A value of odd length. Kept; written with padding. */
    ODD_LENGTH(Treatment.TOLERATED);

    private enum Treatment {
        FATAL,
        REPAIRED,
        TOLERATED
    }

    private final Treatment treatment;

    Rule(Treatment treatment) {
        this.treatment = treatment;
    }

    /** True where the given strictness has to refuse the input. */
    boolean refuses(boolean lenient) {
        return treatment == Treatment.FATAL || treatment == Treatment.REPAIRED && !lenient;
    }
}
