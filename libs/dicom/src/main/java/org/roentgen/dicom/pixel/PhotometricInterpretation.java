package org.roentgen.dicom.pixel;

import java.util.Optional;

/** What the samples of a pixel mean (PS3.3 C.7.6.3.1.2). */
public enum PhotometricInterpretation {
    MONOCHROME1("MONOCHROME1"),
    MONOCHROME2("MONOCHROME2"),
    PALETTE_COLOR("PALETTE COLOR"),
    RGB("RGB"),
    YBR_FULL("YBR_FULL"),
    YBR_FULL_422("YBR_FULL_422"),
    YBR_PARTIAL_422("YBR_PARTIAL_422"),
    YBR_PARTIAL_420("YBR_PARTIAL_420"),
    YBR_ICT("YBR_ICT"),
    YBR_RCT("YBR_RCT");

    private final String term;

    PhotometricInterpretation(String term) {
        this.term = term;
    }

    /** The defined term as it stands in a data set. */
    public String term() {
        return term;
    }

    /** The interpretation of a defined term; empty for terms that the standard does not define any more. */
    public static Optional<PhotometricInterpretation> find(String term) {
        for (PhotometricInterpretation value : values()) {
            if (value.term.equals(term)) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    public boolean isMonochrome() {
        return this == MONOCHROME1 || this == MONOCHROME2;
    }

    /** True if uncompressed pixels share their colour difference samples in pairs along a row. */
    public boolean isPairwise() {
        return this == YBR_FULL_422 || this == YBR_PARTIAL_422;
    }
}
