package org.roentgen.api.dicomweb;

import jakarta.enterprise.context.RequestScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.roentgen.api.audit.AuditTrail;
import org.roentgen.api.objects.Identified;
import org.roentgen.api.problem.ProblemException;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.ReadOptions;
import org.roentgen.domain.object.ObjectStore;
import org.roentgen.store.search.ArchiveSearch;
import org.roentgen.store.search.ArchivedInstance;
import org.roentgen.store.search.SearchAttribute;
import org.roentgen.store.search.SearchKey;

/** Finds instances and opens their files; each study that is read is in the audit trail. */
@RequestScoped
public class ArchiveReader {
    private static final Pattern UID = Pattern.compile("[0-9.]{1,64}");

    private final ArchiveSearch search;
    private final ObjectStore objects;
    private final AuditTrail audit;

    ArchiveReader(ArchiveSearch search, @Identified ObjectStore objects, AuditTrail audit) {
        this.search = search;
        this.objects = objects;
        this.audit = audit;
    }

    /** The instances of a study, a series, or one, in the order of their numbers; at least one. */
    @Transactional
    List<ArchivedInstance> find(String study, Optional<String> series, Optional<String> instance) {
        List<SearchKey> keys = new ArrayList<>();
        keys.add(key(SearchAttribute.STUDY_INSTANCE_UID, study));
        series.ifPresent(uid -> keys.add(key(SearchAttribute.SERIES_INSTANCE_UID, uid)));
        instance.ifPresent(uid -> keys.add(key(SearchAttribute.SOP_INSTANCE_UID, uid)));
        List<ArchivedInstance> found = search.instances(keys);
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

    ArchivedInstance one(String study, String series, String instance) {
        return find(study, Optional.of(series), Optional.of(instance)).getFirst();
    }

    Path file(ArchivedInstance instance) throws IOException {
        return objects.file(instance.object());
    }

    DicomFile read(ArchivedInstance instance) throws IOException {
        return DicomFile.read(file(instance), ReadOptions.LENIENT);
    }

    private static SearchKey key(SearchAttribute attribute, String uid) {
        return SearchKey.of(attribute, requireUid(uid));
    }

    /** A path names one entity: what is no UID, a wild card above all, names none. */
    static String requireUid(String uid) {
        if (!UID.matcher(uid).matches()) {
            throw ProblemException.notFound("entity with the UID", uid);
        }
        return uid;
    }
}
