package org.roentgen.dicom.object.waveform;

import java.util.List;
import java.util.Optional;
import org.roentgen.dicom.object.Code;

/**
 * What was noted or measured on a waveform (PS3.3 C.10.10).
 *
 * @param group Annotation Group Number
 * @param concept what is noted, where that is coded
 * @param value what it says
 * @param channels that it is about
 * @param place in time; none where it holds for all of it
 */
public record WaveformAnnotation(
        int group, Optional<Code> concept, AnnotationValue value, List<Channel> channels, Optional<Place> place) {
    public WaveformAnnotation {
        channels = List.copyOf(channels);
    }

    /** A channel by the numbers of its multiplex group and within it, both from 1; channel 0 stands for all of the group. */
    public record Channel(int group, int channel) {}

    /**
     * A place in time.
     *
     * @param range Temporal Range Type, such as POINT or SEGMENT
     * @param samples positions from 1; empty where times are given
     * @param seconds offsets from the start; empty where samples are given
     */
    public record Place(String range, List<Integer> samples, List<Double> seconds) {
        public Place {
            samples = List.copyOf(samples);
            seconds = List.copyOf(seconds);
        }
    }
}
