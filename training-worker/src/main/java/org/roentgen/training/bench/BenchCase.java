package org.roentgen.training.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Stream;
import org.roentgen.dicom.geometry.Affine;
import org.roentgen.domain.dataset.DatasetCase;
import org.roentgen.domain.dataset.ImageEncoding;
import org.roentgen.domain.dataset.ImageReference;
import org.roentgen.domain.dataset.Split;
import org.roentgen.domain.dataset.Task;
import org.roentgen.domain.model.TrainingSpec;
import org.roentgen.domain.object.ObjectId;
import org.roentgen.imaging.Volume;
import org.roentgen.imaging.VolumeGrid;
import org.roentgen.imaging.recipe.Preprocessed;
import org.roentgen.training.dataset.Fingerprint;
import org.roentgen.training.dataset.PreparedCase;
import org.roentgen.training.plan.Planner;
import org.roentgen.training.plan.TrainingPlan;
import org.roentgen.training.task.ClassificationTask;
import org.roentgen.training.task.LearningTask;
import org.roentgen.training.task.SegmentationTask;

/**
 * A training as the platform would plan it, on random images.
 *
 * @param task makes its batches, augmentation included
 */
record BenchCase(String name, TrainingPlan plan, LearningTask task) {
    private static final int CLASSES = 2;
    private static final ObjectId NOWHERE = new ObjectId("0".repeat(64));

    /** What is measured: the textbook CNN, a ResNet, and U-Nets of slices and volumes. */
    static List<BenchCase> all() {
        return List.of(
                classification("small-cnn", 28, 64, 1024),
                classification("resnet-18", 28, 8, 64),
                segmentation("unet 2D", new VolumeGrid(96, 96, 8, Affine.IDENTITY), 2, 4, 8),
                segmentation("unet 3D", new VolumeGrid(40, 48, 40, Affine.IDENTITY), 3, 2, 8));
    }

    private static BenchCase classification(String network, int side, int batch, int count) {
        VolumeGrid grid = VolumeGrid.flat(side, side);
        TrainingPlan plan = plan(Task.CLASSIFICATION, network, Map.of(), grid, batch, count);
        List<PreparedCase> cases = cases(plan, grid, count, 1);
        return new BenchCase(network, plan, new ClassificationTask(plan, cases, List.of()));
    }

    private static BenchCase segmentation(String name, VolumeGrid grid, int dimensions, int batch, int count) {
        TrainingPlan plan = plan(Task.SEGMENTATION, "unet", Map.of("dimensions", dimensions), grid, batch, count);
        List<PreparedCase> cases = cases(plan, grid, count, grid.voxelCount());
        return new BenchCase(name, plan, new SegmentationTask(plan, cases, List.of()));
    }

    private static TrainingPlan plan(
            Task task, String network, Map<String, Object> options, VolumeGrid grid, int batch, int count) {
        TrainingSpec spec = new TrainingSpec(
                task,
                network,
                Optional.empty(),
                options,
                Optional.of(1000),
                Optional.of(batch),
                Optional.of(1e-4),
                1,
                TrainingSpec.DEFAULT_PARITY_TOLERANCE,
                Optional.empty());
        Fingerprint one = Fingerprint.of(Stream.of(List.of(image(grid, 0))));
        Fingerprint all = new Fingerprint(
                count,
                one.channels(),
                one.spacingMm(),
                one.medianSize(),
                one.largestSize(),
                one.mean(),
                one.deviation(),
                one.bytes());
        return Planner.plan(spec, all, List.of(count / 2, count - count / 2));
    }

    private static List<PreparedCase> cases(TrainingPlan plan, VolumeGrid grid, int count, int targets) {
        List<PreparedCase> cases = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            Preprocessed image = plan.recipe().apply(image(grid, index));
            byte[] target = new byte[targets == 1 ? 1 : image.grid().voxelCount()];
            Random random = new Random(index);
            for (int place = 0; place < target.length; place++) {
                target[place] = (byte) random.nextInt(CLASSES);
            }
            DatasetCase origin = new DatasetCase(
                    "case-" + index,
                    "patient-" + index,
                    Split.TRAIN,
                    new ImageReference(NOWHERE, ImageEncoding.NIFTI, 0),
                    Optional.empty(),
                    OptionalInt.empty());
            cases.add(new PreparedCase(origin, image, target, Optional.empty()));
        }
        return cases;
    }

    private static Volume image(VolumeGrid grid, int seed) {
        Random random = new Random(seed);
        float[] voxels = new float[grid.voxelCount()];
        for (int index = 0; index < voxels.length; index++) {
            voxels[index] = random.nextInt(256);
        }
        return new Volume(grid, voxels);
    }
}
