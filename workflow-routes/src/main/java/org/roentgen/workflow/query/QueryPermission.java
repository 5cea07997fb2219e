package org.roentgen.workflow.query;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.roentgen.dicom.network.dimse.DimseStatus;
import org.roentgen.dicom.network.service.DimseException;
import org.roentgen.dicom.network.service.PeerRequest;
import org.roentgen.store.audit.AuditEntry.Outcome;
import org.roentgen.workflow.peer.Peer;
import org.roentgen.workflow.peer.Peers;

/** Lets those peers query and retrieve that an administrator has allowed it; a refusal is in the audit trail. */
@ApplicationScoped
class QueryPermission {
    private static final DimseStatus REFUSED =
            DimseStatus.NOT_AUTHORIZED.because("query/retrieve is not allowed for this AE title");
    private final Peers peers;
    private final QueryAudit audit;

    QueryPermission(Peers peers, QueryAudit audit) {
        this.peers = peers;
        this.audit = audit;
    }

    /** @throws DimseException 0124H if the caller may not */
    void require(PeerRequest request, String action) throws DimseException {
        if (peers.find(request.callingAeTitle()).filter(Peer::queryRetrieve).isEmpty()) {
            audit.append(request, action, "source", request.callingAeTitle(), Outcome.DENIED, Map.of());
            throw new DimseException(REFUSED);
        }
    }
}
