package org.roentgen.dicom.deidentify;

import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.VR;

/** Values that say nothing and are valid for their VR. */
final class DummyValues {
    /** A coded concept that says nothing. */
    static final DataSet CODE = DataSet.builder()
            .put(Tag.CodeValue, "REMOVED")
            .put(Tag.CodingSchemeDesignator, "99ROENTGEN")
            .put(Tag.CodeMeaning, "Removed")
            .build();

    private DummyValues() {}

    static void put(DataSet.Builder builder, int tag, VR vr) {
        switch (vr) {
            case DA -> builder.put(tag, vr, "19000101");
            case DT -> builder.put(tag, vr, "19000101000000");
            case TM -> builder.put(tag, vr, "000000");
            case AS -> builder.put(tag, vr, "000Y");
            case DS, IS -> builder.put(tag, vr, "0");
            case UR -> builder.put(tag, vr, "urn:removed");
            case AE, CS, LO, LT, PN, SH, ST, UC, UT -> builder.put(tag, vr, "REMOVED");
            default -> builder.putBytes(tag, vr, new byte[Math.max(2, vr == VR.AT ? 4 : vr.unit())]);
        }
    }
}
