package org.roentgen.workflow.deidentification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roentgen.dicom.deidentify.face.FacePicture;
import org.roentgen.domain.object.ObjectId;
import org.roentgen.domain.object.ObjectStore;
import org.roentgen.workflow.configuration.Identified;
import org.roentgen.workflow.database.Sql;

/**
 * Pictures of heads with and without their face, by which a person judges what was taken away. They show the patient: they stay in the
 * identified zone and go with the copies.
 */
@ApplicationScoped
class FacePictures {
    private final Sql sql;
    private final ObjectStore objects;

    FacePictures(Sql sql, @Identified ObjectStore objects) {
        this.sql = sql;
        this.objects = objects;
    }

    /** Keeps the picture of a record, instead of the one that it had. */
    @Transactional
    public void keep(UUID record, FacePicture picture) throws IOException {
        lock(record);
        replace(record, objects.put(picture.toPng()).value());
    }

    /** Deletes the picture of a record that was refused; one whose copies are out keeps it. */
    @Transactional
    public void drop(UUID record) throws IOException {
        lock(record);
        if (sql.first("select 1 from deidentification_record where id = ? and state = 'REFUSED'", _ -> true, record)
                .isPresent()) {
            replace(record, null);
        }
    }

    /** Records of a series have the same picture, which is one object. */
    private void lock(UUID record) {
        sql.first("""
                select series.id from series join deidentification_record record on record.series_id = series.id
                where record.id = ? for update of series
                """, row -> row.uuid("id"), record);
    }

    private void replace(UUID record, @Nullable String picture) throws IOException {
        Optional<String> before = sql.first(
                "select face_picture_object_id from deidentification_record where id = ? and face_picture_object_id is not null",
                row -> row.text("face_picture_object_id"),
                record);
        sql.update("update deidentification_record set face_picture_object_id = ? where id = ?", picture, record);
        if (before.isPresent() && !isReferred(before.get())) {
            objects.delete(new ObjectId(before.get()));
        }
    }

    private boolean isReferred(String picture) {
        return sql.first("select 1 from deidentification_record where face_picture_object_id = ?", _ -> true, picture)
                .isPresent();
    }
}
