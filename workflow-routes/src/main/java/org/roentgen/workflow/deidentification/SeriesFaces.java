package org.roentgen.workflow.deidentification;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.roentgen.dicom.deidentify.Option;
import org.roentgen.dicom.deidentify.Profile;
import org.roentgen.dicom.deidentify.face.FaceMasks;
import org.roentgen.dicom.deidentify.face.FacePicture;
import org.roentgen.dicom.deidentify.face.ImageSource;
import org.roentgen.dicom.deidentify.face.SeriesLook;
import org.roentgen.workflow.database.Sql;
import org.roentgen.workflow.ingest.Instances;
import org.roentgen.workflow.series.SeriesInstances;
import org.roentgen.workflow.series.StoredInstance;

/**
 * Finds the face in the originals of a whole series, where the profile takes it away; what does not show it, such as localizers, takes
 * that of the other series that its study has by now.
 */
@ApplicationScoped
class SeriesFaces {
    private final Sql sql;
    private final SeriesInstances series;
    private final Instances originals;
    private final FacePictures pictures;

    SeriesFaces(Sql sql, SeriesInstances series, Instances originals, FacePictures pictures) {
        this.sql = sql;
        this.series = series;
        this.originals = originals;
        this.pictures = pictures;
    }

    /** What is taken away; the picture of it is kept with the record. */
    FaceMasks look(UUID record, Profile profile, List<StoredInstance> instances) throws IOException {
        if (!profile.has(Option.CLEAN_RECOGNIZABLE_VISUAL_FEATURES)) {
            return FaceMasks.none();
        }
        FaceMasks masks = new FaceMasks();
        SeriesLook look = masks.look(images(instances));
        if (!look.isWhole()) {
            for (UUID other : others(record)) {
                masks.search(look, images(series.of(other)));
            }
        }
        Optional<FacePicture> picture = masks.complete(look);
        if (picture.isPresent()) {
            pictures.keep(record, picture.get());
        }
        return masks;
    }

    private List<ImageSource> images(List<StoredInstance> instances) {
        return instances.stream()
                .<ImageSource>map(instance -> () -> originals.read(instance.object()))
                .toList();
    }

    /** The other series of the study that may show a head. */
    private List<UUID> others(UUID record) {
        return sql.list("""
                select other.id from deidentification_record record
                join series own on own.id = record.series_id
                join series other on other.study_id = own.study_id and other.id <> own.id
                where record.id = ? and other.modality in ('CT', 'MR') order by other.series_instance_uid
                """, row -> row.uuid("id"), record);
    }
}
