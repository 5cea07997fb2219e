package org.roentgen.dicom.network.pdu;

import java.util.List;

/** The service class and related general classes of one SOP class (PS3.7 D.3.3.6). */
public record CommonExtendedNegotiation(
        String sopClassUid, String serviceClassUid, List<String> relatedGeneralSopClassUids) {
    public CommonExtendedNegotiation {
        relatedGeneralSopClassUids = List.copyOf(relatedGeneralSopClassUids);
    }
}
