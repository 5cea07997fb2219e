package org.roentgen.dicom.deidentify;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
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
    /** Waveforms, which need the moment of their acquisition. */
    WAVEFORM,
    /** Photographs of the eye, which need the moment of their acquisition. */
    OPHTHALMIC,
    /** Structured reports and key objects. */
    REPORT,
    /** Encapsulated documents. */
    DOCUMENT,
    PRESENTATION,
    /** Radiotherapy of the first generation. */
    RT,
    OTHER;

    private static final Pattern ENHANCED_NAMES = Pattern.compile(
            "Enhanced.*|LegacyConverted.*|.*Segmentation.*|ParametricMapStorage|XRay3D.*|BreastTomosynthesis.*|BreastProjection.*"
                    + "|OphthalmicTomography.*|OphthalmicOpticalCoherence.*|IntravascularOptical.*|VLWholeSlide.*|.*Photoacoustic.*"
                    + "|Confocal.*|CornealTopography.*|OphthalmicThickness.*|TractographyResults.*|MRSpectroscopy.*|SurfaceScan.*"
                    + "|(CArm|Tomotherapeutic|RoboticArm).*|RT(PhysicianIntent|SegmentAnnotation|RadiationSet|RadiationRecord"
                    + "|RadiationSalvage|TreatmentPreparation|PatientPosition|BrachyApplicationSetup).*");
    private static final Pattern WAVEFORM_NAMES = Pattern.compile(
            ".*(Waveform|ECG|Electroencephalogram|Electromyogram|Electrooculogram|Electrophysiology).*Storage");

    private static final int MOST_REMEMBERED = 256;
    private static final Map<String, IodFamily> BY_SOP_CLASS = new ConcurrentHashMap<>();

    static IodFamily of(String sopClassUid) {
        if (sopClassUid.equals(Uid.PositronEmissionTomographyImageStorage)) {
            return PET;
        }
        IodFamily known = BY_SOP_CLASS.get(sopClassUid);
        if (known == null) {
            known = ofKeyword(UidEntry.find(sopClassUid).map(UidEntry::keyword).orElse(""));
            if (BY_SOP_CLASS.size() < MOST_REMEMBERED) {
                BY_SOP_CLASS.put(sopClassUid, known);
            }
        }
        return known;
    }

    private static IodFamily ofKeyword(String keyword) {
        if (keyword.endsWith("SRStorage") || keyword.startsWith("KeyObject") || keyword.contains("ReportStorage")) {
            return REPORT;
        }
        if (ENHANCED_NAMES.matcher(keyword).matches()) {
            return ENHANCED;
        }
        if (WAVEFORM_NAMES.matcher(keyword).matches()) {
            return WAVEFORM;
        }
        if (keyword.startsWith("OphthalmicPhotography") || keyword.startsWith("WideFieldOphthalmic")) {
            return OPHTHALMIC;
        }
        if (keyword.startsWith("RT")) {
            return RT;
        }
        if (keyword.contains("PresentationState")) {
            return PRESENTATION;
        }
        if (keyword.startsWith("Encapsulated")) {
            return DOCUMENT;
        }
        return keyword.endsWith("ImageStorage") ? IMAGE : OTHER;
    }
}
