package org.roentgen.training.run;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.roentgen.dicom.geometry.Affine;
import org.roentgen.domain.dataset.CaseAttribute;
import org.roentgen.domain.dataset.DatasetCase;
import org.roentgen.domain.dataset.DatasetManifest;
import org.roentgen.domain.dataset.ImageEncoding;
import org.roentgen.domain.dataset.ImageReference;
import org.roentgen.domain.dataset.LabelDefinition;
import org.roentgen.domain.dataset.Split;
import org.roentgen.domain.dataset.Task;
import org.roentgen.domain.model.Optimization;
import org.roentgen.domain.model.TrainingSpec;
import org.roentgen.domain.object.ObjectId;
import org.roentgen.domain.object.ObjectStore;
import org.roentgen.imaging.LabelVolume;
import org.roentgen.imaging.Volume;
import org.roentgen.imaging.VolumeGrid;
import org.roentgen.imaging.nifti.NiftiWriter;

/** Generated data sets that a network learns within seconds. */
public final class TinyData {
    private static final int SIDE = 12;

    private TinyData() {}

    /** Volumes of noise with a bright block; the block is the label. */
    public static DatasetManifest blocks(ObjectStore store, Path folder) throws IOException {
        List<DatasetCase> cases = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            Random random = new Random(i);
            VolumeGrid grid = new VolumeGrid(SIDE + i % 3, SIDE, SIDE, Affine.IDENTITY);
            float[] voxels = new float[grid.voxelCount()];
            byte[] labels = new byte[voxels.length];
            int x = 2 + random.nextInt(4);
            int y = 2 + random.nextInt(4);
            for (int index = 0; index < voxels.length; index++) {
                int dx = index % grid.width() - x;
                int dy = index / grid.stride(1) % grid.height() - y;
                int dz = index / grid.stride(2) - 3;
                boolean inside = dx >= 0 && dx < 5 && dy >= 0 && dy < 5 && dz >= 0 && dz < 6;
                labels[index] = (byte) (inside ? 1 : 0);
                voxels[index] = 100 + 20 * (float) random.nextGaussian() + (inside ? 200 : 0);
            }
            Path image = folder.resolve("image-" + i + ".nii.gz");
            Path mask = folder.resolve("mask-" + i + ".nii.gz");
            NiftiWriter.write(new Volume(grid, voxels), image);
            NiftiWriter.write(new LabelVolume(grid, labels), mask);
            cases.add(new DatasetCase(
                    "case-" + i,
                    "patient-" + i,
                    split(i),
                    new ImageReference(store.put(image), ImageEncoding.NIFTI, 0),
                    Optional.of(new ImageReference(store.put(mask), ImageEncoding.NIFTI, 0)),
                    OptionalInt.empty()));
        }
        return new DatasetManifest(1, "blocks", Task.SEGMENTATION, "nifti", labels("background", "block"), cases);
    }

    /** Images of noise, the upper half brighter in one class and the lower half in the other. */
    public static DatasetManifest halves(ObjectStore store) throws IOException {
        int count = 60;
        int pixels = SIDE * SIDE;
        byte[] images = new byte[count * pixels];
        Random random = new Random(1);
        for (int index = 0; index < images.length; index++) {
            boolean upper = index % pixels < pixels / 2;
            boolean bright = upper == (index / pixels % 2 == 0);
            images[index] = (byte) (random.nextInt(100) + (bright ? 80 : 0));
        }
        ObjectId object = store.put(npy(images, "(" + count + ", " + SIDE + ", " + SIDE + ")"));
        List<DatasetCase> cases = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ImageReference image = new ImageReference(object, ImageEncoding.NPY, i);
            cases.add(new DatasetCase(
                    "case-" + i,
                    "patient-" + i,
                    split(i / 2),
                    image,
                    Optional.empty(),
                    OptionalInt.of(i % 2),
                    List.of(),
                    Map.of(CaseAttribute.SEX, i % 4 < 2 ? "F" : "M")));
        }
        return new DatasetManifest(1, "halves", Task.CLASSIFICATION, "npz", labels("upper", "lower"), cases);
    }

    /** Images of noise: the upper half is brighter where finding 0 is, the lower half where finding 1 is; some have both or none. */
    public static DatasetManifest findings(ObjectStore store) throws IOException {
        int count = 96;
        int pixels = SIDE * SIDE;
        byte[] images = new byte[count * pixels];
        Random random = new Random(1);
        for (int index = 0; index < images.length; index++) {
            int finding = index % pixels < pixels / 2 ? 0 : 1;
            images[index] =
                    (byte) (random.nextInt(100) + (present(index / pixels).contains(finding) ? 80 : 0));
        }
        ObjectId object = store.put(npy(images, "(" + count + ", " + SIDE + ", " + SIDE + ")"));
        List<DatasetCase> cases = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            cases.add(new DatasetCase(
                    "case-" + i,
                    "patient-" + i,
                    split(i / 4),
                    new ImageReference(object, ImageEncoding.NPY, i),
                    Optional.empty(),
                    OptionalInt.empty(),
                    present(i)));
        }
        return new DatasetManifest(
                1, "findings", Task.MULTI_LABEL_CLASSIFICATION, "npz", labels("upper", "lower"), cases);
    }

    private static List<Integer> present(int place) {
        return List.of(List.<Integer>of(), List.of(0), List.of(1), List.of(0, 1))
                .get(place % 4);
    }

    /** A few short epochs. */
    public static TrainingSpec spec(Task task, int epochs) {
        Map<String, Object> options =
                task == Task.SEGMENTATION ? Map.of("width", 4, "depth", 1, "dimensions", 3) : Map.of("dropout", 0.2);
        return new TrainingSpec(
                task,
                "auto",
                Optional.empty(),
                options,
                Optional.of(epochs),
                Optional.of(task == Task.SEGMENTATION ? 2 : 8),
                Optional.of(task == Task.SEGMENTATION ? 1e-2 : 1e-3),
                3,
                TrainingSpec.DEFAULT_PARITY_TOLERANCE,
                Optional.empty());
    }

    /** The same with other numbers. */
    public static TrainingSpec with(
            TrainingSpec spec, Optional<Integer> batchSize, Optional<Double> learningRate, double parityTolerance) {
        return new TrainingSpec(
                spec.task(),
                spec.network(),
                spec.recipe(),
                spec.networkOptions(),
                spec.epochs(),
                batchSize,
                learningRate,
                spec.seed(),
                parityTolerance,
                spec.optimization(),
                spec.transfer(),
                spec.folds());
    }

    /** Two classes in the other order. */
    public static DatasetManifest renumbered(DatasetManifest data) {
        List<DatasetCase> cases = data.cases().stream()
                .map(each -> new DatasetCase(
                        each.id(),
                        each.patient(),
                        each.split(),
                        each.image(),
                        each.mask(),
                        OptionalInt.of(1 - each.label().orElseThrow())))
                .toList();
        List<LabelDefinition> labels =
                labels(data.labels().getLast().name(), data.labels().getFirst().name());
        return new DatasetManifest(1, data.name(), data.task(), data.source(), labels, cases);
    }

    /** All left to the worker but the loss. */
    public static Optimization with(Optimization.Loss loss) {
        return new Optimization(
                Optional.of(loss),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty());
    }

    /** A training step with everything that it can do: averaged weights, two micro-batches, blended samples. */
    public static Optimization refined(double averageDecay) {
        return new Optimization(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.of(new Optimization.Refinement(
                        Optional.of(averageDecay), Optional.of(2), Optional.of(0.2), Optional.empty())));
    }

    private static Split split(int place) {
        return place % 6 == 4 ? Split.TUNE : place % 6 == 5 ? Split.TEST : Split.TRAIN;
    }

    private static List<LabelDefinition> labels(String zero, String one) {
        return List.of(new LabelDefinition(0, zero, Optional.empty()), new LabelDefinition(1, one, Optional.empty()));
    }

    private static byte[] npy(byte[] values, String shape) {
        String header = "{'descr': '|u1', 'fortran_order': False, 'shape': " + shape + ", }\n";
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
        out.writeBytes(ByteBuffer.allocate(2)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) header.length())
                .array());
        out.writeBytes(header.getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(values);
        return out.toByteArray();
    }
}
