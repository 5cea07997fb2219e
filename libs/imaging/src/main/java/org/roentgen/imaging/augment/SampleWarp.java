package org.roentgen.imaging.augment;

import org.jspecify.annotations.Nullable;

/** Moves the voxels of a sample: a rotation and scaling of the x-y plane about its middle, and a mirroring of any axis. */
final class SampleWarp {
    private static final double ROUNDING = 1e-9;

    private final double cosine;
    private final double sine;
    private final int mirroredAxis;

    private SampleWarp(double cosine, double sine, int mirroredAxis) {
        this.cosine = cosine;
        this.sine = sine;
        this.mirroredAxis = mirroredAxis;
    }

    static SampleWarp flip(int axis) {
        return new SampleWarp(1, 0, axis);
    }

    static SampleWarp quarterTurns(int turns) {
        return switch (Math.floorMod(turns, 4)) {
            case 1 -> new SampleWarp(0, 1, -1);
            case 2 -> new SampleWarp(-1, 0, -1);
            case 3 -> new SampleWarp(0, -1, -1);
            default -> new SampleWarp(1, 0, -1);
        };
    }

    static SampleWarp turnAndScale(double degrees, double factor) {
        double angle = Math.toRadians(degrees);
        return new SampleWarp(StrictMath.cos(angle) / factor, StrictMath.sin(angle) / factor, -1);
    }

    Sample apply(Sample sample) {
        int slice = sample.width() * sample.height();
        float[] image = new float[sample.image().length];
        byte @Nullable [] labels = sample.labels();
        byte @Nullable [] warped = labels == null ? null : new byte[labels.length];
        for (int y = 0; y < sample.height(); y++) {
            for (int x = 0; x < sample.width(); x++) {
                double sourceX = sourceX(sample, x, y);
                double sourceY = sourceY(sample, x, y);
                int target = x + sample.width() * y;
                for (int plane = 0; plane < sample.channels() * sample.depth(); plane++) {
                    image[plane * slice + target] =
                            linear(sample.image(), sourcePlane(sample, plane) * slice, sample, sourceX, sourceY);
                }
                for (int z = 0; labels != null && warped != null && z < sample.depth(); z++) {
                    warped[z * slice + target] =
                            nearest(labels, sourcePlane(sample, z) * slice, sample, sourceX, sourceY);
                }
            }
        }
        return new Sample(image, warped, sample.channels(), sample.depth(), sample.height(), sample.width());
    }

    private double sourceX(Sample sample, int x, int y) {
        double centreX = (sample.width() - 1) / 2.0;
        double centreY = (sample.height() - 1) / 2.0;
        double turned = centreX + cosine * (x - centreX) + sine * (y - centreY);
        return mirroredAxis == 0 ? sample.width() - 1 - turned : turned;
    }

    private double sourceY(Sample sample, int x, int y) {
        double centreX = (sample.width() - 1) / 2.0;
        double centreY = (sample.height() - 1) / 2.0;
        double turned = centreY - sine * (x - centreX) + cosine * (y - centreY);
        return mirroredAxis == 1 ? sample.height() - 1 - turned : turned;
    }

    private int sourcePlane(Sample sample, int plane) {
        if (mirroredAxis != 2) {
            return plane;
        }
        int channel = plane / sample.depth();
        return channel * sample.depth() + sample.depth() - 1 - plane % sample.depth();
    }

    private static float linear(float[] image, int offset, Sample sample, double x, double y) {
        int left = (int) Math.floor(x + ROUNDING);
        int top = (int) Math.floor(y + ROUNDING);
        float alongX = (float) Math.max(0, x - left);
        float alongY = (float) Math.max(0, y - top);
        float upper = mix(value(image, offset, sample, left, top), value(image, offset, sample, left + 1, top), alongX);
        float lower = mix(
                value(image, offset, sample, left, top + 1), value(image, offset, sample, left + 1, top + 1), alongX);
        return mix(upper, lower, alongY);
    }

    private static float mix(float one, float other, float weight) {
        return weight < ROUNDING ? one : one + weight * (other - one);
    }

    private static float value(float[] image, int offset, Sample sample, int x, int y) {
        boolean outside = x < 0 || y < 0 || x >= sample.width() || y >= sample.height();
        return outside ? 0 : image[offset + x + sample.width() * y];
    }

    private static byte nearest(byte[] labels, int offset, Sample sample, double x, double y) {
        int column = (int) Math.floor(x + 0.5);
        int row = (int) Math.floor(y + 0.5);
        boolean outside = column < 0 || row < 0 || column >= sample.width() || row >= sample.height();
        return outside ? 0 : labels[offset + column + sample.width() * row];
    }
}
