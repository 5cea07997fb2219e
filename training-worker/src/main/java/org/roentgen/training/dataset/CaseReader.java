package org.roentgen.training.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.roentgen.domain.dataset.ImageEncoding;
import org.roentgen.domain.dataset.ImageReference;
import org.roentgen.domain.object.ObjectId;
import org.roentgen.domain.object.ObjectStore;
import org.roentgen.imaging.LabelVolume;
import org.roentgen.imaging.Volume;
import org.roentgen.imaging.nifti.NiftiReader;
import org.roentgen.imaging.numpy.ImageStack;
import org.roentgen.imaging.numpy.NpyReader;
import org.roentgen.imaging.numpy.NumpyArray;
import org.roentgen.imaging.raster.RasterReader;

/** Reads the images and label maps that a dataset manifest names. Arrays of many cases are read once. */
public final class CaseReader {
    private final ObjectStore store;
    private final Map<ObjectId, NumpyArray> arrays = new HashMap<>();

    public CaseReader(ObjectStore store) {
        this.store = store;
    }

    /** The channels of an image, all on one grid. */
    public List<Volume> image(ImageReference reference) throws IOException {
        Path file = store.file(reference.object());
        return switch (reference.encoding()) {
            case NIFTI -> NiftiReader.readAll(file);
            case NPY -> new ImageStack(array(reference.object(), file)).image(reference.index());
            case RASTER -> List.of(RasterReader.read(file));
        };
    }

    /** The label map of a case. */
    public LabelVolume labels(ImageReference reference) throws IOException {
        if (reference.encoding() == ImageEncoding.NIFTI) {
            return NiftiReader.readLabels(store.file(reference.object()));
        }
        Volume values = image(reference).getFirst();
        byte[] labels = new byte[values.voxels().length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (byte) Math.round(values.voxels()[i]);
        }
        return new LabelVolume(values.grid(), labels);
    }

    private NumpyArray array(ObjectId id, Path file) throws IOException {
        NumpyArray known = arrays.get(id);
        if (known == null) {
            known = NpyReader.read(file);
            arrays.put(id, known);
        }
        return known;
    }
}
