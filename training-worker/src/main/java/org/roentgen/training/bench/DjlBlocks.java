package org.roentgen.training.bench;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.LambdaBlock;
import ai.djl.nn.ParallelBlock;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.norm.Dropout;
import ai.djl.nn.pooling.Pool;
import java.util.List;
import org.roentgen.training.plan.TrainingPlan;

/** Networks of the zoo in DJL's blocks. */
final class DjlBlocks {
    private DjlBlocks() {}

    static Block of(TrainingPlan plan) {
        return switch (plan.network()) {
            case "small-cnn" -> smallCnn();
            case "resnet-18" -> resNet18();
            case "unet" ->
                new DjlUNet(option(plan, "dimensions"), option(plan, "width"), option(plan, "depth"), plan.classes())
                        .build();
            default -> throw new IllegalArgumentException("No blocks are written for " + plan.network());
        };
    }

    private static int option(TrainingPlan plan, String name) {
        return plan.networkOptions().get(name) instanceof Number number ? number.intValue() : 0;
    }

    private static Block smallCnn() {
        return new SequentialBlock()
                .add(convolution(32, 3, 1, true))
                .add(Activation.reluBlock())
                .add(Pool.maxPool2dBlock(new Shape(2, 2), new Shape(2, 2)))
                .add(convolution(64, 3, 1, true))
                .add(Activation.reluBlock())
                .add(Pool.maxPool2dBlock(new Shape(2, 2), new Shape(2, 2)))
                .add(Blocks.batchFlattenBlock())
                .add(Linear.builder().setUnits(128).build())
                .add(Activation.reluBlock())
                .add(Dropout.builder().optRate(0.5f).build())
                .add(Linear.builder().setUnits(2).build());
    }

    private static Block resNet18() {
        SequentialBlock net = new SequentialBlock();
        normalised(net, 64, 3, 1);
        net.add(Activation.reluBlock());
        for (int stage = 0; stage < 4; stage++) {
            for (int block = 0; block < 2; block++) {
                residual(net, 64 << stage, stage > 0 && block == 0 ? 2 : 1);
            }
        }
        return net.add(Pool.globalAvgPool2dBlock())
                .add(Blocks.batchFlattenBlock())
                .add(Linear.builder().setUnits(2).build());
    }

    private static void residual(SequentialBlock net, int filters, int stride) {
        SequentialBlock deep = new SequentialBlock();
        normalised(deep, filters, 3, stride);
        deep.add(Activation.reluBlock());
        normalised(deep, filters, 3, 1);
        Block shortcut = new LambdaBlock(inputs -> inputs);
        if (stride > 1) {
            SequentialBlock projection = new SequentialBlock();
            normalised(projection, filters, 1, stride);
            shortcut = projection;
        }
        net.add(new ParallelBlock(DjlBlocks::sum, List.of(deep, shortcut)));
        net.add(Activation.reluBlock());
    }

    private static NDList sum(List<NDList> branches) {
        NDArray total = branches.get(0).singletonOrThrow().add(branches.get(1).singletonOrThrow());
        return new NDList(total);
    }

    private static void normalised(SequentialBlock net, int filters, int kernel, int stride) {
        net.add(convolution(filters, kernel, stride, false));
        net.add(BatchNorm.builder().build());
    }

    private static Block convolution(int filters, int kernel, int stride, boolean bias) {
        return Conv2d.builder()
                .setFilters(filters)
                .setKernelShape(new Shape(kernel, kernel))
                .optPadding(new Shape(kernel / 2, kernel / 2))
                .optStride(new Shape(stride, stride))
                .optBias(bias)
                .build();
    }
}
