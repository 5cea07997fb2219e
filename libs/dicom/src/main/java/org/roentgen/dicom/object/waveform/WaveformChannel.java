package org.roentgen.dicom.object.waveform;

import java.util.Optional;
import org.roentgen.dicom.object.Code;

/**
 * One channel, such as a lead.
 *
 * @param label as the object gives it, else the meaning of its source
 * @param source where the signal comes from
 * @param unit of the values; none where they are uncalibrated
 * @param skew seconds by which its samples are later than those of the group
 * @param values in the unit; NaN where a sample is padding
 */
public record WaveformChannel(String label, Optional<Code> source, Optional<Code> unit, double skew, float[] values) {}
