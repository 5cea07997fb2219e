package org.roentgen.training.engine;

/**
 * Samples of one step.
 *
 * @param images row-major float32: samples x channels x spatial axes
 * @param targets unsigned class indices, one a sample or one a pixel; or 0 and 1, one for each finding of a sample
 */
@SuppressWarnings("ArrayRecordComponent")
public record Batch(int samples, float[] images, byte[] targets) {}
