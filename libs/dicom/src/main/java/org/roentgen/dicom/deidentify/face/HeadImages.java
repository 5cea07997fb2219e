package org.roentgen.dicom.deidentify.face;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.Uid;

/** Which images may show a face in three dimensions, going by what the header says of the body part. */
final class HeadImages {
    private static final Set<String> COMPUTED_TOMOGRAPHY =
            Set.of(Uid.CTImageStorage, Uid.EnhancedCTImageStorage, Uid.LegacyConvertedEnhancedCTImageStorage);
    private static final Set<String> MAGNETIC_RESONANCE =
            Set.of(Uid.MRImageStorage, Uid.EnhancedMRImageStorage, Uid.LegacyConvertedEnhancedMRImageStorage);
    /** Clean Recognizable Visual Features Option (PS3.16 CID 7050). */
    private static final String FACELESS = "113102";

    private static final Pattern HEAD = Pattern.compile(
            "head|brain|skull|cranium|face|facial|neuro|sinus|orbit|eye|nose|jaw|maxill|mandib|neck|whole ?body|mastoid|temporal"
                    + "|pituitary|sella|kopf|sch[äa]del|hirn|gehirn|t[êe]te|cerebr|cabeza|cr[âa]ne");
    private static final Pattern ELSEWHERE = Pattern.compile(
            "chest|lung|thorax|abdom|pelvi|liver|kidney|prostat|spine|knee|hip|shoulder|ankle|wrist|elbow|hand|foot|leg|arm|heart|cardiac"
                    + "|colon|breast|thigh|femur|extrem|aort|bladder|uter|ovar|pancrea");

    private HeadImages() {}

    /** True where the image is CT or MR of the head or of a part that is not said: a phrase of another part must rule it out. */
    static boolean mayShowFace(DataSet dataSet) {
        String sopClass = dataSet.string(Tag.SOPClassUID, "");
        if (!COMPUTED_TOMOGRAPHY.contains(sopClass) && !MAGNETIC_RESONANCE.contains(sopClass) || isFaceless(dataSet)) {
            return false;
        }
        String part = text(dataSet, Tag.BodyPartExamined) + " " + anatomy(dataSet);
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

    static boolean isComputedTomography(DataSet dataSet) {
        return COMPUTED_TOMOGRAPHY.contains(dataSet.string(Tag.SOPClassUID, ""));
    }

    /** The face was taken away before: the skin that is left is no skin. */
    private static boolean isFaceless(DataSet dataSet) {
        return dataSet.string(Tag.RecognizableVisualFeatures, "").equals("NO")
                && dataSet.items(Tag.DeidentificationMethodCodeSequence).stream()
                        .anyMatch(method -> method.string(Tag.CodeValue, "").equals(FACELESS));
    }

    /** The meanings of the coded regions, those of all frames (PS3.3 C.7.6.16.2.8) among them. */
    private static String anatomy(DataSet dataSet) {
        Stream<DataSet> groups = Stream.concat(
                dataSet.item(Tag.SharedFunctionalGroupsSequence).stream(),
                dataSet.items(Tag.PerFrameFunctionalGroupsSequence).stream());
        return Stream.concat(Stream.of(dataSet), groups.flatMap(group -> group.item(Tag.FrameAnatomySequence).stream()))
                .flatMap(holder -> holder.item(Tag.AnatomicRegionSequence).stream())
                .map(region -> text(region, Tag.CodeMeaning))
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private static String text(DataSet dataSet, int tag) {
        return dataSet.string(tag, "").toLowerCase(Locale.ROOT);
    }
}
