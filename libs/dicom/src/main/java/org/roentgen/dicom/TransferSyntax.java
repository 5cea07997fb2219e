package org.roentgen.dicom;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How a data set is encoded (PS3.5 section 10 and Annex A).
 *
 * @param uid the UID
 * @param name the name in PS3.6
 * @param explicit whether elements carry their VR
 * @param bigEndian whether numbers stand high byte first
 * @param deflated whether the whole data set is deflated
 * @param encapsulated whether pixel data stands in fragments
 */
public record TransferSyntax(
        String uid, String name, boolean explicit, boolean bigEndian, boolean deflated, boolean encapsulated) {
    public static final TransferSyntax IMPLICIT_VR_LITTLE_ENDIAN =
            new TransferSyntax(Uid.ImplicitVRLittleEndian, "Implicit VR Little Endian", false, false, false, false);
    public static final TransferSyntax EXPLICIT_VR_LITTLE_ENDIAN =
            new TransferSyntax(Uid.ExplicitVRLittleEndian, "Explicit VR Little Endian", true, false, false, false);
    public static final TransferSyntax EXPLICIT_VR_BIG_ENDIAN =
            new TransferSyntax(Uid.ExplicitVRBigEndian, "Explicit VR Big Endian", true, true, false, false);
    public static final TransferSyntax DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN = new TransferSyntax(
            Uid.DeflatedExplicitVRLittleEndian, "Deflated Explicit VR Little Endian", true, false, true, false);

    /** Private to old GE devices: Implicit VR Little Endian, but with uncompressed pixel data high byte first. */
    public static final TransferSyntax GE_PRIVATE_IMPLICIT_VR = new TransferSyntax(
            "1.2.840.113619.5.2", "GE Private Implicit VR Big Endian Pixels", false, false, false, false);

    private static final Map<String, TransferSyntax> KNOWN = known();

    /** The transfer syntax of a UID of PS3.6 or of GE's private one; empty for other private and unknown ones. */
    public static Optional<TransferSyntax> find(String uid) {
        return Optional.ofNullable(KNOWN.get(uid));
    }

    /** True where samples of pixels stand in another byte order than all other numbers. */
    public boolean swapsPixels() {
        return uid.equals(GE_PRIVATE_IMPLICIT_VR.uid());
    }

    /** The transfer syntax of a UID; an unknown one is taken to be Explicit VR Little Endian with fragments. */
    public static TransferSyntax of(String uid) {
        TransferSyntax known = KNOWN.get(uid);
        return known == null ? new TransferSyntax(uid, "unknown", true, false, false, true) : known;
    }

    private static Map<String, TransferSyntax> known() {
        Map<String, TransferSyntax> known = new HashMap<>();
        for (UidEntry entry : UidEntry.all()) {
            if (entry.type() == UidEntry.Type.TRANSFER_SYNTAX) {
                // The JPIP ones refer to their pixels by URL, in a data set that may be deflated.
                boolean referenced = entry.keyword().startsWith("JPIP");
                boolean deflated = referenced && entry.keyword().endsWith("Deflate");
                known.put(
                        entry.uid(), new TransferSyntax(entry.uid(), entry.name(), true, false, deflated, !referenced));
            }
        }
        known.put(IMPLICIT_VR_LITTLE_ENDIAN.uid(), IMPLICIT_VR_LITTLE_ENDIAN);
        known.put(EXPLICIT_VR_LITTLE_ENDIAN.uid(), EXPLICIT_VR_LITTLE_ENDIAN);
        known.put(EXPLICIT_VR_BIG_ENDIAN.uid(), EXPLICIT_VR_BIG_ENDIAN);
        known.put(DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN.uid(), DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN);
        known.put(GE_PRIVATE_IMPLICIT_VR.uid(), GE_PRIVATE_IMPLICIT_VR);
        return known;
    }
}
