package org.roentgen.workflow.dataset;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.roentgen.domain.dataset.DatasetCase;
import org.roentgen.domain.dataset.DatasetManifest;
import org.roentgen.domain.dataset.ImageEncoding;
import org.roentgen.domain.dataset.ImageReference;
import org.roentgen.domain.object.ObjectId;
import org.roentgen.domain.object.ObjectStore;
import org.roentgen.imaging.LabelVolume;
import org.roentgen.imaging.Volume;
import org.roentgen.imaging.nifti.NiftiReader;
import org.roentgen.imaging.numpy.ImageStack;
import org.roentgen.imaging.numpy.NpyReader;
import org.roentgen.imaging.quality.CaseTraits;
import org.roentgen.imaging.quality.Picture;
import org.roentgen.imaging.quality.QualityReport;
import org.roentgen.imaging.raster.RasterReader;
import org.roentgen.workflow.configuration.Deidentified;

/** Examines the cases of a dataset version: what a person should look at before a model learns from it. */
@ApplicationScoped
public class DatasetQuality {
    private static final int MOST_PICTURES = 60;
    private final ObjectStore objects;

    DatasetQuality(@Deidentified ObjectStore objects) {
        this.objects = objects;
    }

    /** Reads one case after another, so that only one image is in memory at a time. */
    QualityReport examine(DatasetManifest manifest) throws IOException {
        Images images = new Images();
        List<CaseTraits> traits = new ArrayList<>();
        Map<String, DatasetCase> cases = new HashMap<>();
        for (DatasetCase each : manifest.cases()) {
            traits.add(traits(each, images.read(each.image())));
            cases.put(each.id(), each);
        }
        QualityReport report = QualityReport.of(traits);
        Map<String, Picture> pictures = new HashMap<>();
        for (String id : report.suspects().stream().limit(MOST_PICTURES).toList()) {
            DatasetCase suspect = cases.get(id);
            if (suspect != null) {
                pictures.put(id, Picture.of(images.read(suspect.image())));
            }
        }
        return report.withPictures(pictures);
    }

    private CaseTraits traits(DatasetCase each, Volume image) throws IOException {
        Optional<LabelVolume> mask = each.mask().isPresent()
                ? Optional.of(
                        NiftiReader.readLabels(objects.file(each.mask().get().object())))
                : Optional.empty();
        return CaseTraits.of(
                new CaseTraits.Identity(each.id(), each.patient(), each.split().name()),
                ContentHash.of(
                        image.voxels(),
                        image.grid().width(),
                        image.grid().height(),
                        image.grid().depth()),
                image,
                mask,
                each.label().isPresent()
                        ? CaseTraits.Classes.of(each.label())
                        : new CaseTraits.Classes(false, each.labels()));
    }

    /** Reads the first channel of images; an array of many images is read once. */
    private final class Images {
        private final Map<ObjectId, ImageStack> arrays = new HashMap<>();

        Volume read(ImageReference reference) throws IOException {
            if (reference.encoding() == ImageEncoding.NPY) {
                return array(reference.object()).image(reference.index()).getFirst();
            }
            Path file = objects.file(reference.object());
            return reference.encoding() == ImageEncoding.NIFTI
                    ? NiftiReader.readAll(file).getFirst()
                    : RasterReader.read(file);
        }

        private ImageStack array(ObjectId object) throws IOException {
            ImageStack known = arrays.get(object);
            if (known == null) {
                known = new ImageStack(NpyReader.read(objects.file(object)));
                arrays.put(object, known);
            }
            return known;
        }
    }
}
