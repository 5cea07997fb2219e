package org.roentgen.dicom.deidentify;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Dictionary;
import org.roentgen.dicom.Element;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.Tags;
import org.roentgen.dicom.VR;

/** Decides what happens to an attribute, from the table, the profile and the IOD. */
final class ActionResolver {
    private static final int TRAILING_PADDING = 0xFFFCFFFC;
    private static final int PIXEL_GROUP = 0x7FE0;
    private static final int MOST_REMEMBERED = 16_384;
    private static final int DIRECTORY_GROUP = 4;

    private final Profile profile;
    private final Set<Profile.SafePrivate> safePrivate;
    private final ConfidentialityTable table = ConfidentialityTable.INSTANCE;
    private final Map<Long, Action> standard = new ConcurrentHashMap<>();

    ActionResolver(Profile profile) {
        this.profile = profile;
        this.safePrivate = SafePrivateAttributes.of(profile);
    }

    /** @param sequence whose item the data set is, or 0 */
    Action resolve(DataSet dataSet, Element element, IodFamily family, int sequence) {
        int tag = element.tag();
        Profile.Override override = profile.overrides().get(tag);
        if (override != null) {
            return override.action();
        }
        if (tag == TRAILING_PADDING || Tags.isGroupLength(tag) || isRemovedGroup(tag)) {
            return Action.REMOVE;
        }
        if (Tags.isPrivate(tag)) {
            return isSafePrivate(dataSet, tag) ? Action.KEEP : Action.REMOVE;
        }
        VR vr = dataSet.vr(element);
        if (table.dependsOn(sequence)) {
            return standard(tag, vr, family, sequence);
        }
        long key = (long) tag << 16 | (long) vr.ordinal() << 8 | family.ordinal();
        Action known = standard.get(key);
        if (known == null) {
            known = standard(tag, vr, family, 0);
            if (standard.size() < MOST_REMEMBERED) {
                standard.put(key, known);
            }
        }
        return known;
    }

    private Action standard(int tag, VR vr, IodFamily family, int sequence) {
        ConfidentialityTable.Row row = table.find(tag);
        return row == null ? unlisted(tag) : listed(tag, row, vr, family, sequence);
    }

    /**
     * Curves, overlays and retired variable pixels (50xx, 60xx, 7Fxx) go as a whole: without its data the description of an
     * overlay says nothing.
     */
    private static boolean isRemovedGroup(int tag) {
        int group = Tags.group(tag);
        int family = group & 0xFF00;
        return group <= 2
                || group == DIRECTORY_GROUP && !isListed(tag)
                || !Tags.isPrivate(tag)
                        && (family == 0x5000 || family == 0x6000 || family == 0x7F00 && group != PIXEL_GROUP);
    }

    boolean isOverridden(int tag) {
        return profile.overrides().containsKey(tag);
    }

    static boolean isListed(int tag) {
        return ConfidentialityTable.INSTANCE.find(tag) != null;
    }

    /** True where the option lets the attribute stay as it is. */
    static boolean isKeptBy(Option option, int tag) {
        ConfidentialityTable.Row row = ConfidentialityTable.INSTANCE.find(tag);
        return row != null && row.column(option) == 'K';
    }

    private static Action unlisted(int tag) {
        if (Dictionary.find(tag).isEmpty()) {
            return Action.REMOVE;
        }
        return Dictionary.vr(tag) == VR.PN ? Action.EMPTY : Action.KEEP;
    }

    private Action listed(int tag, ConfidentialityTable.Row row, VR vr, IodFamily family, int sequence) {
        // Dates first: a device option that keeps a calibration date must not keep it unmoved.
        if (profile.has(Option.RETAIN_LONGITUDINAL_MODIFIED_DATES)
                && row.column(Option.RETAIN_LONGITUDINAL_MODIFIED_DATES) == 'C') {
            return date(vr, table.basic(tag, row, family, sequence));
        }
        if (isMarked(row, 'K')) {
            return Action.KEEP;
        }
        Action basic = table.basic(tag, row, family, sequence);
        if (tag == Tag.PatientID || tag == Tag.PatientName || tag == Tag.AccessionNumber) {
            return Action.PSEUDONYM;
        }
        return isMarked(row, 'C') ? cleaned(vr, basic) : basic;
    }

    /** Text is cleaned, the items of a sequence are treated one by one, and what is neither cannot be cleaned. */
    private static Action cleaned(VR vr, Action basic) {
        if (vr.isSequence()) {
            return Action.KEEP;
        }
        return vr.usesCharacterSet() || vr == VR.AE ? Action.CLEAN_TEXT : basic;
    }

    private boolean isMarked(ConfidentialityTable.Row row, char mark) {
        return profile.options().stream().anyMatch(option -> row.column(option) == mark);
    }

    private Action date(VR vr, Action basic) {
        if (vr == VR.TM) {
            return profile.dates() == DatePolicy.SHIFT ? Action.KEEP : basic;
        }
        if (vr != VR.DA && vr != VR.DT) {
            return basic;
        }
        return profile.dates() == DatePolicy.SHIFT ? Action.SHIFT_DATE : Action.YEAR_ONLY;
    }

    private boolean isSafePrivate(DataSet dataSet, int tag) {
        if (safePrivate.isEmpty()) {
            return false;
        }
        if (Tags.isPrivateCreator(tag)) {
            return hasSafeElement(dataSet, tag, dataSet.string(tag, ""));
        }
        Optional<String> creator = dataSet.privateCreator(tag);
        return creator.isPresent() && isSafe(creator.get(), tag);
    }

    private boolean isSafe(String creator, int tag) {
        return safePrivate.contains(new Profile.SafePrivate(creator, Tags.group(tag), Tags.element(tag) & 0xFF));
    }

    /** A creator stays with an element of its block that stays. */
    private boolean hasSafeElement(DataSet dataSet, int creatorTag, String creator) {
        for (Element element : dataSet) {
            int tag = element.tag();
            if (Tags.isPrivate(tag)
                    && !Tags.isPrivateCreator(tag)
                    && Tags.creatorOf(tag) == creatorTag
                    && isSafe(creator, tag)) {
                return true;
            }
        }
        return false;
    }
}
