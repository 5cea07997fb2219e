package org.roentgen.store.search;

import java.util.UUID;
import org.roentgen.domain.object.ObjectId;
import org.roentgen.store.query.Row;

/**
 * An instance of the archive and where it is.
 *
 * @param studyId row of its study
 * @param object its file in the identified zone
 */
public record ArchivedInstance(
        UUID studyId,
        String studyInstanceUid,
        String seriesInstanceUid,
        String sopInstanceUid,
        String sopClassUid,
        String transferSyntaxUid,
        ObjectId object) {
    static final String COLUMNS = "s.id, s.study_instance_uid, e.series_instance_uid, i.sop_instance_uid,"
            + " i.sop_class_uid, i.transfer_syntax_uid, i.object_id";

    static ArchivedInstance of(Row row) {
        return new ArchivedInstance(
                row.uuid("id"),
                row.text("study_instance_uid"),
                row.text("series_instance_uid"),
                row.text("sop_instance_uid"),
                row.text("sop_class_uid"),
                row.text("transfer_syntax_uid"),
                new ObjectId(row.text("object_id")));
    }
}
