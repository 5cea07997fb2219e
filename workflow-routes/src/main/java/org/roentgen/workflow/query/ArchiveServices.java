package org.roentgen.workflow.query;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.roentgen.dicom.network.DicomService;
import org.roentgen.dicom.network.service.CommitmentService;
import org.roentgen.dicom.network.service.InstanceTranscoder;
import org.roentgen.dicom.network.service.QueryService;
import org.roentgen.dicom.network.service.RetrieveService;

/** What the DIMSE port offers over the archive. */
@ApplicationScoped
public class ArchiveServices {
    private final ArchiveQueries queries;
    private final ArchiveRetrievals retrievals;
    private final Commitments commitments;

    ArchiveServices(ArchiveQueries queries, ArchiveRetrievals retrievals, Commitments commitments) {
        this.queries = queries;
        this.retrievals = retrievals;
        this.commitments = commitments;
    }

    /** C-FIND, C-MOVE and C-GET in Study Root and Patient Root, and storage commitment. */
    public List<DicomService> services() {
        return List.of(
                QueryService.studyAndPatientRoot(queries),
                new RetrieveService(retrievals, InstanceTranscoder.decoding()),
                new CommitmentService(commitments));
    }
}
