package org.roentgen.dicom.deidentify;

import java.util.ArrayList;
import java.util.List;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.Tags;

/** What a de-identified instance says about its de-identification (PS3.15 section E.1.1, PS3.3 C.12.1, C.7.1.1). */
final class Statements {
    private Statements() {}

    static DataSet add(DataSet dataSet, Profile profile, List<AttributeAction> actions) {
        List<DataSet> codes = new ArrayList<>();
        codes.add(code("113100", "Basic Application Confidentiality Profile"));
        for (Option option : Option.values()) {
            if (profile.has(option)) {
                codes.add(code(option.code(), option.meaning()));
            }
        }
        for (int tag : new int[] {
            Tag.PatientIdentityRemoved,
            Tag.DeidentificationMethod,
            Tag.DeidentificationMethodCodeSequence,
            Tag.LongitudinalTemporalInformationModified
        }) {
            actions.add(new AttributeAction(Tags.format(tag), Action.ADD));
        }
        return dataSet.toBuilder()
                .put(Tag.PatientIdentityRemoved, "YES")
                .put(Tag.DeidentificationMethod, "Roentgen profile " + profile.name() + " version " + profile.version())
                .putItems(Tag.DeidentificationMethodCodeSequence, codes)
                .put(
                        Tag.LongitudinalTemporalInformationModified,
                        switch (profile.dates()) {
                            case REMOVE -> "REMOVED";
                            case SHIFT, YEAR -> "MODIFIED";
                            case KEEP -> "UNMODIFIED";
                        })
                .build();
    }

    private static DataSet code(String value, String meaning) {
        return DataSet.builder()
                .put(Tag.CodeValue, value)
                .put(Tag.CodingSchemeDesignator, "DCM")
                .put(Tag.CodeMeaning, meaning)
                .build();
    }
}
