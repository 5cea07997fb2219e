package org.roentgen.api.dicomweb;

import java.util.UUID;
import org.roentgen.domain.object.ObjectId;
import org.roentgen.store.query.Row;

/** An instance of the archive and where it is. */
record StoredInstance(
        UUID studyId,
        String studyInstanceUid,
        String seriesInstanceUid,
        String sopInstanceUid,
        String transferSyntaxUid,
        ObjectId object) {
    static final String SELECT = """
            select s.id, s.study_instance_uid, e.series_instance_uid, i.sop_instance_uid, i.transfer_syntax_uid,
                i.object_id
            from instance i join series e on e.id = i.series_id join study s on s.id = e.study_id
            """;

    static StoredInstance of(Row row) {
        return new StoredInstance(
                row.uuid("id"),
                row.text("study_instance_uid"),
                row.text("series_instance_uid"),
                row.text("sop_instance_uid"),
                row.text("transfer_syntax_uid"),
                new ObjectId(row.text("object_id")));
    }

    String path() {
        return "/dicom-web/studies/" + studyInstanceUid + "/series/" + seriesInstanceUid + "/instances/"
                + sopInstanceUid;
    }
}
