package org.roentgen.domain.archive;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.roentgen.domain.archive.InstanceDescriptor.PatientDescriptor;
import org.roentgen.domain.archive.InstanceDescriptor.RequestDescriptor;
import org.roentgen.domain.archive.InstanceDescriptor.SeriesDescriptor;
import org.roentgen.domain.archive.InstanceDescriptor.StudyDescriptor;
import org.roentgen.domain.error.ErrorCode;
import org.roentgen.domain.error.RoentgenException;
import org.roentgen.domain.object.ObjectId;

/**
 * Looks up attributes of a data set, as text in the data set's own form with the values of a multi-valued attribute joined
 * by a backslash. The one mapping from a data set to what the archive keeps of it, for every door that
 * instances come in by.
 */
public interface InstanceAttributes {
    /** The value, or empty if the attribute is absent or has no value. */
    Optional<String> text(int tag);

    /** The items of a sequence; empty if it is absent or has none. */
    List<InstanceAttributes> items(int tag);

    /**
     * What the archive keeps of the data set.
     *
     * @param transferSyntaxUid of the stored file
     * @param decodable whether the platform can decode the pixels
     * @param object the stored file
     * @param size of the stored file, in bytes
     * @throws RoentgenException {@link ErrorCode#MALFORMED_DICOM} if a UID that names the instance is missing or is no UID
     *     (PS3.5 section 9.1)
     */
    default InstanceDescriptor describe(String transferSyntaxUid, boolean decodable, ObjectId object, long size) {
        return new InstanceDescriptor(
                new PatientDescriptor(
                        value(0x00100020), value(0x00100021), value(0x00100010), value(0x00100030), value(0x00100040)),
                new StudyDescriptor(
                        uid(0x0020000D, "Study Instance UID (0020,000D)"),
                        value(0x00200010),
                        value(0x00080050),
                        value(0x00080020),
                        value(0x00080030),
                        value(0x00081030),
                        value(0x00080090)),
                new SeriesDescriptor(
                        uid(0x0020000E, "Series Instance UID (0020,000E)"),
                        value(0x00080060),
                        number(0x00200011),
                        value(0x0008103E),
                        value(0x00180015),
                        value(0x00200052),
                        value(0x00400244),
                        value(0x00400245),
                        items(0x00400275).stream()
                                .map(InstanceAttributes::request)
                                .toList()),
                uid(0x00080018, "SOP Instance UID (0008,0018)"),
                uid(0x00080016, "SOP Class UID (0008,0016)"),
                transferSyntaxUid,
                number(0x00200013),
                number(0x00280010),
                number(0x00280011),
                number(0x00280100),
                Math.max(1, number(0x00280008).orElse(1)),
                decodable,
                object,
                size);
    }

    private RequestDescriptor request() {
        return new RequestDescriptor(value(0x00401001), value(0x00400009));
    }

    private String value(int tag) {
        return text(tag).map(String::strip).orElse("");
    }

    private String uid(int tag, String name) {
        String uid = value(tag);
        if (uid.isEmpty()) {
            throw new RoentgenException(
                    ErrorCode.MALFORMED_DICOM, name + " is missing: an instance cannot be archived without it");
        }
        if (uid.length() > 64 || !Uids.FORM.matcher(uid).matches()) {
            throw new RoentgenException(
                    ErrorCode.MALFORMED_DICOM,
                    name + " is not a UID of at most 64 digits and dots (PS3.5 section 9.1): correct it at the sender");
        }
        return uid;
    }

    /** The first value as an integer; empty if it is none, since these attributes only serve queries. */
    private Optional<Integer> number(int tag) {
        String value = value(tag);
        int end = value.indexOf('\\');
        String first = end < 0 ? value : value.substring(0, end).strip();
        try {
            return first.isEmpty() ? Optional.empty() : Optional.of(Integer.valueOf(first));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    /** The form of UIDs. */
    final class Uids {
        private static final Pattern FORM = Pattern.compile("[0-9]+(\\.[0-9]+)*");

        private Uids() {}
    }
}
