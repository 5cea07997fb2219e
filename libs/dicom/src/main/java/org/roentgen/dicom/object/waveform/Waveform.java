package org.roentgen.dicom.object.waveform;

import java.util.List;

/** The waveforms of an object: channels of one sampling frequency in each group, and what was noted about them. */
public record Waveform(List<MultiplexGroup> groups, List<WaveformAnnotation> annotations) {
    public Waveform {
        groups = List.copyOf(groups);
        annotations = List.copyOf(annotations);
    }
}
