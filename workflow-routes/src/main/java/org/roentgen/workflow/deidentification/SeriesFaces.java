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
import org.roentgen.workflow.ingest.Instances;
import org.roentgen.workflow.series.StoredInstance;

/** Finds the face in the originals of a whole series, where the profile takes it away. */
@ApplicationScoped
class SeriesFaces {
    private final Instances originals;
    private final FacePictures pictures;

    SeriesFaces(Instances originals, FacePictures pictures) {
        this.originals = originals;
        this.pictures = pictures;
    }

    /** What is taken away; the picture of it is kept with the record. */
    FaceMasks look(UUID record, Profile profile, List<StoredInstance> instances) throws IOException {
        if (!profile.has(Option.CLEAN_RECOGNIZABLE_VISUAL_FEATURES)) {
            return FaceMasks.none();
        }
        FaceMasks masks = new FaceMasks();
        List<ImageSource> images = instances.stream()
                .<ImageSource>map(instance -> () -> originals.read(instance.object()))
                .toList();
        Optional<FacePicture> picture = masks.look(images);
        if (picture.isPresent()) {
            pictures.keep(record, picture.get());
        }
        return masks;
    }
}
