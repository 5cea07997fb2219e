package org.roentgen.workflow.query;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.roentgen.dicom.network.AssociationOptions;
import org.roentgen.dicom.network.service.CommitmentHandler;
import org.roentgen.dicom.network.service.CommitmentRequest;
import org.roentgen.dicom.network.service.CommitmentResult;
import org.roentgen.dicom.network.service.SopReference;
import org.roentgen.domain.object.ObjectStore;
import org.roentgen.store.search.ArchiveSearch;
import org.roentgen.store.search.ArchivedInstance;
import org.roentgen.store.search.SearchAttribute;
import org.roentgen.store.search.SearchKey;
import org.roentgen.workflow.configuration.Identified;
import org.roentgen.workflow.peer.Peers;

/** Storage commitment: an instance is kept safely when it is in the database and its file is in the object store. */
@ApplicationScoped
class Commitments implements CommitmentHandler {
    private static final Logger LOG = Logger.getLogger(Commitments.class);
    /** Failure Reason (0008,1197), PS3.3 section C.14.1.1. */
    private static final int PROCESSING_FAILURE = 0x0110;

    private static final int NO_SUCH_OBJECT_INSTANCE = 0x0112;
    private static final int CLASS_INSTANCE_CONFLICT = 0x0119;
    private static final int COMMITTED = 0;
    private static final Pattern UID = Pattern.compile("[0-9.]{1,64}");
    private final ArchiveSearch search;
    private final ObjectStore objects;
    private final Peers peers;

    Commitments(ArchiveSearch search, @Identified ObjectStore objects, Peers peers) {
        this.search = search;
        this.objects = objects;
        this.peers = peers;
    }

    @Override
    public CommitmentResult commit(CommitmentRequest request, String callingAeTitle) {
        List<SopReference> committed = new ArrayList<>();
        List<CommitmentResult.Failure> failed = new ArrayList<>();
        try {
            Map<String, ArchivedInstance> archived = archived(request);
            for (SopReference instance : request.instances()) {
                int reason = reason(instance, archived.get(instance.sopInstanceUid()));
                if (reason == COMMITTED) {
                    committed.add(instance);
                } else {
                    failed.add(new CommitmentResult.Failure(instance, reason));
                }
            }
        } catch (IOException | RuntimeException failure) {
            LOG.errorf(failure, "Storage commitment for %s failed", callingAeTitle);
            return new CommitmentResult(
                    request.transactionUid(),
                    List.of(),
                    request.instances().stream()
                            .map(instance -> new CommitmentResult.Failure(instance, PROCESSING_FAILURE))
                            .toList());
        }
        return new CommitmentResult(request.transactionUid(), committed, failed);
    }

    /** Results go to the destination with the requestor's AE title, if there is one. */
    @Override
    public Optional<AssociationOptions.Builder> requestor(String callingAeTitle) {
        return peers.destination(callingAeTitle);
    }

    private Map<String, ArchivedInstance> archived(CommitmentRequest request) {
        List<String> uids = request.instances().stream()
                .map(SopReference::sopInstanceUid)
                .filter(uid -> UID.matcher(uid).matches())
                .toList();
        if (uids.isEmpty()) {
            // without a value a key would match the whole archive
            return Map.of();
        }
        return search.instances(List.of(new SearchKey(SearchAttribute.SOP_INSTANCE_UID, uids))).stream()
                .collect(Collectors.toMap(ArchivedInstance::sopInstanceUid, Function.identity()));
    }

    private int reason(SopReference instance, @Nullable ArchivedInstance archived) throws IOException {
        if (archived == null || !objects.contains(archived.object())) {
            return NO_SUCH_OBJECT_INSTANCE;
        }
        return archived.sopClassUid().equals(instance.sopClassUid()) ? COMMITTED : CLASS_INSTANCE_CONFLICT;
    }
}
