package org.roentgen.imaging.window;

import java.util.ArrayList;
import java.util.List;
import org.roentgen.imaging.VolumeGrid;

/** Runs a network over an image in overlapping patches and blends what it says, weighted towards the patches' middles. */
public final class SlidingWindow {
    private record Start(int x, int y, int z) {}

    private final PatchPlan plan;
    private final PatchPredictor predictor;

    public SlidingWindow(PatchPlan plan, PatchPredictor predictor) {
        this.plan = plan;
        this.predictor = predictor;
    }

    /**
     * Class probabilities of every voxel. An image smaller than a patch is padded with zeros.
     *
     * @param tensor channel, z, y, x
     * @return class, z, y, x
     */
    public float[] run(float[] tensor, int channels, VolumeGrid grid, int classes) {
        int voxels = grid.voxelCount();
        if (tensor.length != (long) voxels * channels) {
            throw new IllegalArgumentException(
                    "%d values are not %d channels of %s voxels".formatted(tensor.length, channels, grid.sizeText()));
        }
        float[] sums = new float[Math.multiplyExact(voxels, classes)];
        float[] weights = new float[voxels];
        List<Start> starts = starts(grid);
        for (int first = 0; first < starts.size(); first += plan.batch()) {
            List<Start> batch = starts.subList(first, Math.min(starts.size(), first + plan.batch()));
            float[] prediction = predict(tensor, channels, grid, classes, batch);
            for (int index = 0; index < batch.size(); index++) {
                accumulate(prediction, index * classes * plan.voxels(), grid, batch.get(index), classes, sums, weights);
            }
        }
        for (int index = 0; index < sums.length; index++) {
            sums[index] /= weights[index % voxels];
        }
        return sums;
    }

    private List<Start> starts(VolumeGrid grid) {
        List<Start> starts = new ArrayList<>();
        for (int z : PatchPlan.starts(grid.depth(), plan.depth(), plan.overlap())) {
            for (int y : PatchPlan.starts(grid.height(), plan.height(), plan.overlap())) {
                for (int x : PatchPlan.starts(grid.width(), plan.width(), plan.overlap())) {
                    starts.add(new Start(x, y, z));
                }
            }
        }
        return starts;
    }

    private float[] predict(float[] tensor, int channels, VolumeGrid grid, int classes, List<Start> batch) {
        float[] patches = new float[Math.multiplyExact(batch.size() * channels, plan.voxels())];
        for (int index = 0; index < batch.size(); index++) {
            for (int channel = 0; channel < channels; channel++) {
                cut(
                        tensor,
                        channel * grid.voxelCount(),
                        grid,
                        batch.get(index),
                        patches,
                        (index * channels + channel) * plan.voxels());
            }
        }
        float[] prediction = predictor.predict(patches, shape(batch.size(), channels));
        if (prediction.length != (long) batch.size() * classes * plan.voxels()) {
            throw new IllegalStateException("The network answered %d values for %d patches of %d voxels and %d classes"
                    .formatted(prediction.length, batch.size(), plan.voxels(), classes));
        }
        return prediction;
    }

    private long[] shape(int batch, int channels) {
        return plan.flat()
                ? new long[] {batch, channels, plan.height(), plan.width()}
                : new long[] {batch, channels, plan.depth(), plan.height(), plan.width()};
    }

    private void cut(float[] tensor, int offset, VolumeGrid grid, Start start, float[] patches, int target) {
        int width = Math.min(plan.width(), grid.width() - start.x);
        for (int z = 0; z < Math.min(plan.depth(), grid.depth() - start.z); z++) {
            for (int y = 0; y < Math.min(plan.height(), grid.height() - start.y); y++) {
                int from = offset + grid.index(start.x, start.y + y, start.z + z);
                System.arraycopy(tensor, from, patches, target + plan.width() * (y + plan.height() * z), width);
            }
        }
    }

    private void accumulate(
            float[] prediction, int offset, VolumeGrid grid, Start start, int classes, float[] sums, float[] weights) {
        float[] alongX = plan.weights(plan.width());
        float[] alongY = plan.weights(plan.height());
        float[] alongZ = plan.weights(plan.depth());
        int voxels = grid.voxelCount();
        for (int z = 0; z < Math.min(plan.depth(), grid.depth() - start.z); z++) {
            for (int y = 0; y < Math.min(plan.height(), grid.height() - start.y); y++) {
                int to = grid.index(start.x, start.y + y, start.z + z);
                int from = offset + plan.width() * (y + plan.height() * z);
                for (int x = 0; x < Math.min(plan.width(), grid.width() - start.x); x++) {
                    float weight = alongX[x] * alongY[y] * alongZ[z];
                    weights[to + x] += weight;
                    for (int label = 0; label < classes; label++) {
                        sums[label * voxels + to + x] += weight * prediction[from + x + label * plan.voxels()];
                    }
                }
            }
        }
    }
}
