package org.roentgen.api.dicomweb;

import jakarta.enterprise.context.RequestScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.roentgen.api.audit.AuditTrail;
import org.roentgen.api.objects.Identified;
import org.roentgen.api.problem.ProblemException;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.ReadOptions;
import org.roentgen.domain.object.ObjectStore;
import org.roentgen.store.query.Queries;

/** Finds instances and opens their files; each study that is read is in the audit trail. */
@RequestScoped
public class ArchiveReader {
    private final Queries queries;
    private final ObjectStore objects;
    private final AuditTrail audit;

    ArchiveReader(Queries queries, @Identified ObjectStore objects, AuditTrail audit) {
        this.queries = queries;
        this.objects = objects;
        this.audit = audit;
    }

    /** The instances of a study, a series, or one, in the order of their numbers; at least one. */
    @Transactional
    List<StoredInstance> find(String study, Optional<String> series, Optional<String> instance) {
        Map<String, String> parameters = new HashMap<>(Map.of("study", study));
        StringBuilder where = new StringBuilder("where s.study_instance_uid = :study");
        series.ifPresent(uid -> {
            where.append(" and e.series_instance_uid = :series");
            parameters.put("series", uid);
        });
        instance.ifPresent(uid -> {
            where.append(" and i.sop_instance_uid = :instance");
            parameters.put("instance", uid);
        });
        List<StoredInstance> found = queries.list(
                StoredInstance.SELECT + where
                        + " order by e.series_number, e.series_instance_uid, i.instance_number, i.sop_instance_uid",
                parameters,
                StoredInstance::of);
        if (found.isEmpty()) {
            throw ProblemException.notFound(
                    "instance of study",
                    study
                            + series.map(uid -> ", series " + uid).orElse("")
                            + instance.map(uid -> ", SOP Instance UID " + uid).orElse(""));
        }
        audit.read("study.read", "study", found.getFirst().studyId());
        return found;
    }

    StoredInstance one(String study, String series, String instance) {
        return find(study, Optional.of(series), Optional.of(instance)).getFirst();
    }

    Path file(StoredInstance instance) throws IOException {
        return objects.file(instance.object());
    }

    DicomFile read(StoredInstance instance) throws IOException {
        return DicomFile.read(file(instance), ReadOptions.LENIENT);
    }
}
