package org.roentgen.dicom.deidentify.face;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.Uid;

/** Which images may show a face in three dimensions, going by what the header says of the body part. */
final class HeadImages {
    private static final Set<String> CLASSES = Set.of(
            Uid.CTImageStorage,
            Uid.MRImageStorage,
            Uid.EnhancedCTImageStorage,
            Uid.EnhancedMRImageStorage,
            Uid.LegacyConvertedEnhancedCTImageStorage,
            Uid.LegacyConvertedEnhancedMRImageStorage);
    private static final Pattern HEAD = Pattern.compile(
            "head|brain|skull|cranium|face|facial|neuro|sinus|orbit|eye|nose|jaw|maxill|mandib|neck|whole ?body|mastoid|temporal"
                    + "|pituitary|sella|kopf|sch[äa]del|hirn|gehirn|t[êe]te|cerebr|cabeza|cr[âa]ne");
    private static final Pattern ELSEWHERE = Pattern.compile(
            "chest|lung|thorax|abdom|pelvi|liver|kidney|prostat|spine|knee|hip|shoulder|ankle|wrist|elbow|hand|foot|leg|arm|heart|cardiac"
                    + "|colon|breast|thigh|femur|extrem|aort|bladder|uter|ovar|pancrea");

    private HeadImages() {}

    /** True where the image is CT or MR of the head or of a part that is not said: a phrase of another part must rule it out. */
    static boolean mayShowFace(DataSet dataSet) {
        if (!CLASSES.contains(dataSet.string(Tag.SOPClassUID, ""))) {
            return false;
        }
        String part = text(dataSet, Tag.BodyPartExamined);
        if (HEAD.matcher(part).find()) {
            return true;
        }
        if (ELSEWHERE.matcher(part).find()) {
            return false;
        }
        String described = text(dataSet, Tag.StudyDescription) + " " + text(dataSet, Tag.SeriesDescription) + " "
                + text(dataSet, Tag.ProtocolName);
        return HEAD.matcher(described).find() || !ELSEWHERE.matcher(described).find();
    }

    private static String text(DataSet dataSet, int tag) {
        return dataSet.string(tag, "").toLowerCase(Locale.ROOT);
    }
}
