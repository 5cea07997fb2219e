package org.roentgen.dicom.deidentify;

import org.roentgen.dicom.Uid;
import org.roentgen.dicom.UidEntry;

/** IODs that give the attributes of conditional actions the same types. */
enum IodFamily {
    /** Single-frame images with the General Image module. */
    IMAGE,
    /** Positron emission tomography, whose dates and times are needed. */
    PET,
    /** Multi-frame functional groups and the Enhanced General Equipment module. */
    ENHANCED,
    /** Structured reports, key objects, presentation states and other documents. */
    DOCUMENT,
    /** Radiotherapy. */
    RT,
    OTHER;

    static IodFamily of(String sopClassUid) {
        if (sopClassUid.equals(Uid.PositronEmissionTomographyImageStorage)) {
            return PET;
        }
        String keyword = UidEntry.find(sopClassUid).map(UidEntry::keyword).orElse("");
        if (keyword.startsWith("RT")) {
            return RT;
        }
        if (keyword.startsWith("Enhanced") && keyword.endsWith("ImageStorage")
                || keyword.startsWith("LegacyConverted")
                || keyword.contains("Segmentation")
                || keyword.equals("ParametricMapStorage")) {
            return ENHANCED;
        }
        if (keyword.endsWith("SRStorage")
                || keyword.contains("PresentationState")
                || keyword.startsWith("Encapsulated")
                || keyword.startsWith("KeyObject")) {
            return DOCUMENT;
        }
        return keyword.endsWith("ImageStorage") ? IMAGE : OTHER;
    }
}
