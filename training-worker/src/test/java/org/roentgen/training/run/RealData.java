package org.roentgen.training.run;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.roentgen.domain.dataset.DatasetCase;
import org.roentgen.domain.dataset.DatasetManifest;
import org.roentgen.domain.dataset.ImageEncoding;
import org.roentgen.domain.dataset.ImageReference;
import org.roentgen.domain.dataset.LabelDefinition;
import org.roentgen.domain.dataset.Split;
import org.roentgen.domain.dataset.Task;
import org.roentgen.domain.object.ObjectId;
import org.roentgen.domain.object.ObjectStore;
import org.roentgen.imaging.numpy.NpyReader;

/** Dataset versions of the real data beside the checkout, found by the system property {@code roentgen.shared}. */
final class RealData {
    private final Path folder = Path.of(System.getProperty("roentgen.shared", "../shared"), "data");
    private final ObjectStore store;

    RealData(ObjectStore store) {
        this.store = store;
    }

    boolean isPresent() {
        return Files.isDirectory(folder);
    }

    /** 200 pairs in name order; of every 20 the last 3 are the test split and the 3 before them the tune split. */
    DatasetManifest hippocampus() throws IOException {
        Path root = folder.resolve("hippocampus");
        List<Path> images;
        try (Stream<Path> listed = Files.list(root.resolve("images"))) {
            images = listed.sorted().toList();
        }
        List<DatasetCase> cases = new ArrayList<>();
        for (Path image : images) {
            String name = image.getFileName().toString();
            int place = cases.size() % 20;
            Split split = place >= 17 ? Split.TEST : place >= 14 ? Split.TUNE : Split.TRAIN;
            ImageReference mask = reference(root.resolve("labels").resolve(name));
            cases.add(new DatasetCase(name, name, split, reference(image), Optional.of(mask), OptionalInt.empty()));
        }
        return new DatasetManifest(
                1,
                "hippocampus",
                Task.SEGMENTATION,
                "nifti",
                List.of(label(0, "background"), label(1, "anterior"), label(2, "posterior")),
                cases);
    }

    /** The training array, of which every tenth image is the tune split; the validation array is the test split. */
    DatasetManifest pneumonia() throws IOException {
        Path archive = folder.resolve("pneumoniamnist/pneumoniamnist_train_val.npz");
        List<DatasetCase> cases = new ArrayList<>();
        for (String part : List.of("train", "val")) {
            ObjectId images = store.put(entry(archive, part + "_images.npy"));
            int[] labels = NpyReader.read(new ByteArrayInputStream(entry(archive, part + "_labels.npy")), "labels")
                    .integers();
            for (int i = 0; i < labels.length; i++) {
                Split split = part.equals("val") ? Split.TEST : i % 10 == 9 ? Split.TUNE : Split.TRAIN;
                String id = part + "-" + i;
                ImageReference image = new ImageReference(images, ImageEncoding.NPY, i);
                cases.add(new DatasetCase(id, id, split, image, Optional.empty(), OptionalInt.of(labels[i])));
            }
        }
        return new DatasetManifest(
                1, "pneumonia", Task.CLASSIFICATION, "npz", List.of(label(0, "normal"), label(1, "pneumonia")), cases);
    }

    private ImageReference reference(Path file) throws IOException {
        return new ImageReference(store.put(file), ImageEncoding.NIFTI, 0);
    }

    private static LabelDefinition label(int value, String name) {
        return new LabelDefinition(value, name, Optional.empty());
    }

    private static byte[] entry(Path archive, String name) throws IOException {
        try (InputStream in = Files.newInputStream(archive);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                    zip.transferTo(bytes);
                    return bytes.toByteArray();
                }
            }
        }
        throw new IOException(archive + " has no entry " + name);
    }
}
