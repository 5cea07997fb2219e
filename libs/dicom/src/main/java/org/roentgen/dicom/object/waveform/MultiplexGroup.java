package org.roentgen.dicom.object.waveform;

import java.util.List;

/**
 * Channels that were sampled together.
 *
 * @param samplingFrequency samples of a channel per second
 * @param timeOffset milliseconds from the acquisition's time to the first sample
 * @param samples of each channel
 */
public record MultiplexGroup(
        String label, double samplingFrequency, double timeOffset, int samples, List<WaveformChannel> channels) {
    public MultiplexGroup {
        channels = List.copyOf(channels);
    }

    /** Length in seconds. */
    public double duration() {
        return samples / samplingFrequency;
    }
}
