package org.roentgen.workflow.query;

import java.util.Set;
import org.roentgen.dicom.network.SopClass;
import org.roentgen.dicom.network.dimse.DimseStatus;
import org.roentgen.dicom.network.service.DimseException;
import org.roentgen.dicom.network.service.PeerRequest;
import org.roentgen.store.search.SearchAttribute;
import org.roentgen.store.search.SearchLevel;

/** Query/Retrieve Level (0008,0052) and the unique key of each (PS3.4 sections C.6.1 and C.6.2). */
final class Levels {
    private static final Set<String> STUDY_ROOT =
            Set.of(SopClass.STUDY_ROOT_FIND, SopClass.STUDY_ROOT_MOVE, SopClass.STUDY_ROOT_GET);

    private Levels() {}

    /** @throws DimseException A900H if it is missing, unknown, or not in the information model */
    static SearchLevel of(PeerRequest request) throws DimseException {
        SearchLevel level =
                switch (request.level()) {
                    case "PATIENT" -> SearchLevel.PATIENT;
                    case "STUDY" -> SearchLevel.STUDY;
                    case "SERIES" -> SearchLevel.SERIES;
                    case "IMAGE" -> SearchLevel.INSTANCE;
                    default -> throw refused("Query/Retrieve Level: PATIENT, STUDY, SERIES or IMAGE");
                };
        if (level == SearchLevel.PATIENT && STUDY_ROOT.contains(request.sopClassUid())) {
            throw refused("Study Root has no level PATIENT");
        }
        return level;
    }

    static SearchAttribute uniqueKey(SearchLevel level) {
        return switch (level) {
            case PATIENT -> SearchAttribute.PATIENT_ID;
            case STUDY -> SearchAttribute.STUDY_INSTANCE_UID;
            case SERIES -> SearchAttribute.SERIES_INSTANCE_UID;
            case INSTANCE -> SearchAttribute.SOP_INSTANCE_UID;
        };
    }

    /** A900H: identifier does not match SOP class. */
    static DimseException refused(String reason) {
        return new DimseException(DimseStatus.DATA_SET_DOES_NOT_MATCH_SOP_CLASS.because(reason));
    }
}
