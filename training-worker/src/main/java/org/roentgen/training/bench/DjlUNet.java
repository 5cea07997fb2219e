package org.roentgen.training.bench;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.LambdaBlock;
import ai.djl.nn.ParallelBlock;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.convolutional.Conv3d;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.pooling.Pool;
import java.util.Arrays;
import java.util.List;

/**
 * The zoo's U-Net in DJL's blocks. These have no transposed convolution on PyTorch; one of size and stride 2 is the same sum as a
 * convolution of size 1 whose channels are laid out in space, which is how it stands here.
 *
 * @param axes spatial axes, 2 or 3
 */
record DjlUNet(int axes, int width, int depth, int classes) {
    private static final float SLOPE = 0.01f;
    private static final int CHANNEL_AXIS = 1;

    Block build() {
        return level(0).add(convolution(classes, 1, true));
    }

    /** A level with all that is below it. */
    private SequentialBlock level(int level) {
        SequentialBlock net = twice(new SequentialBlock(), width << level);
        if (level == depth) {
            return net;
        }
        SequentialBlock below = new SequentialBlock().add(pool()).add(level(level + 1));
        below.add(convolution((width << level) << axes, 1, true));
        below.add(new LambdaBlock(inputs -> new NDList(spread(inputs.singletonOrThrow(), width << level))));
        Block skip = new LambdaBlock(inputs -> inputs);
        net.add(new ParallelBlock(
                branches -> new NDList(NDArrays.concat(
                        new NDList(
                                branches.get(0).singletonOrThrow(),
                                branches.get(1).singletonOrThrow()),
                        CHANNEL_AXIS)),
                List.of(skip, below)));
        return twice(net, width << level);
    }

    private SequentialBlock twice(SequentialBlock net, int filters) {
        for (int part = 0; part < 2; part++) {
            net.add(convolution(filters, 3, false))
                    .add(BatchNorm.builder().build())
                    .add(Activation.leakyReluBlock(SLOPE));
        }
        return net;
    }

    private Block convolution(int filters, int kernel, boolean bias) {
        return axes == 2
                ? Conv2d.builder()
                        .setFilters(filters)
                        .setKernelShape(cube(kernel))
                        .optPadding(cube(kernel / 2))
                        .optBias(bias)
                        .build()
                : Conv3d.builder()
                        .setFilters(filters)
                        .setKernelShape(cube(kernel))
                        .optPadding(cube(kernel / 2))
                        .optBias(bias)
                        .build();
    }

    private Block pool() {
        return axes == 2 ? Pool.maxPool2dBlock(cube(2), cube(2)) : Pool.maxPool3dBlock(cube(2), cube(2));
    }

    private Shape cube(long side) {
        long[] sides = new long[axes];
        Arrays.fill(sides, side);
        return new Shape(sides);
    }

    /** Batch, channels times 2 for each axis, sizes: to batch, channels, twice the sizes. */
    private NDArray spread(NDArray dense, int channels) {
        long[] given = dense.getShape().getShape();
        long[] split = new long[2 + 2 * axes];
        int[] order = new int[split.length];
        long[] merged = new long[2 + axes];
        split[0] = given[0];
        split[CHANNEL_AXIS] = channels;
        order[CHANNEL_AXIS] = CHANNEL_AXIS;
        merged[0] = given[0];
        merged[CHANNEL_AXIS] = channels;
        for (int axis = 0; axis < axes; axis++) {
            split[2 + axis] = 2;
            split[2 + axes + axis] = given[2 + axis];
            order[2 + 2 * axis] = 2 + axes + axis;
            order[3 + 2 * axis] = 2 + axis;
            merged[2 + axis] = 2 * given[2 + axis];
        }
        return dense.reshape(split).transpose(order).reshape(merged);
    }
}
