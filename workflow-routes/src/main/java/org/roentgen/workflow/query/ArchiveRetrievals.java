package org.roentgen.workflow.query;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.network.AssociationOptions;
import org.roentgen.dicom.network.service.DimseException;
import org.roentgen.dicom.network.service.InstanceSource;
import org.roentgen.dicom.network.service.PeerRequest;
import org.roentgen.dicom.network.service.RetrieveHandler;
import org.roentgen.dicom.network.service.RetrieveProgress;
import org.roentgen.domain.object.ObjectStore;
import org.roentgen.store.audit.AuditEntry.Outcome;
import org.roentgen.store.search.ArchiveSearch;
import org.roentgen.store.search.ArchivedInstance;
import org.roentgen.workflow.configuration.Identified;
import org.roentgen.workflow.peer.Peers;

/**
 * C-MOVE to enabled destinations, and C-GET. Before the first instance leaves, the audit trail has each study with the
 * number of instances and where they go; what could not be sent is added at the end.
 */
@ApplicationScoped
class ArchiveRetrievals implements RetrieveHandler {
    private static final String ACTION = "study.retrieve";
    private final ArchiveSearch search;
    private final QueryPermission permission;
    private final Peers peers;
    private final QueryAudit audit;
    private final ObjectStore objects;
    private final Counter sent;

    ArchiveRetrievals(
            ArchiveSearch search,
            QueryPermission permission,
            Peers peers,
            QueryAudit audit,
            @Identified ObjectStore objects,
            MeterRegistry meters) {
        this.search = search;
        this.permission = permission;
        this.peers = peers;
        this.audit = audit;
        this.objects = objects;
        this.sent = meters.counter("roentgen.instances.retrieved");
    }

    /** @throws DimseException 0124H without permission */
    @Override
    public Optional<AssociationOptions.Builder> destination(PeerRequest request) throws IOException {
        permission.require(request, ACTION);
        return peers.destination(request.moveDestination());
    }

    /** @throws DimseException 0124H without permission, A900H if the keys do not name what is wanted */
    @Override
    public List<? extends InstanceSource> instances(PeerRequest request) throws IOException {
        permission.require(request, ACTION);
        List<ArchivedInstance> found = search.instances(RetrieveKeys.of(request));
        found.stream()
                .collect(Collectors.groupingBy(
                        ArchivedInstance::studyInstanceUid, TreeMap::new, Collectors.summingInt(_ -> 1)))
                .forEach((study, instances) -> audit.append(
                        request,
                        ACTION,
                        "study",
                        study,
                        Outcome.SUCCESS,
                        Map.of("instances", instances.toString(), "to", receiver(request))));
        return found.stream()
                .map(instance -> new ArchivedSource(instance, objects))
                .toList();
    }

    @Override
    public void finished(PeerRequest request, RetrieveProgress outcome) {
        int done = outcome.completed() + outcome.warning();
        sent.increment(done);
        int missing = outcome.failed() + outcome.remaining();
        if (missing > 0) {
            audit.append(
                    request,
                    ACTION,
                    "study",
                    request.identifier().string(Tag.StudyInstanceUID, ""),
                    Outcome.FAILURE,
                    Map.of(
                            "sent", Integer.toString(done),
                            "notSent", Integer.toString(missing),
                            "to", receiver(request)));
        }
    }

    private static String receiver(PeerRequest request) {
        return request.moveDestination().isEmpty() ? request.callingAeTitle() : request.moveDestination();
    }
}
