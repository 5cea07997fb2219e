package org.roentgen.dicom.object.waveform;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.object.Attributes;
import org.roentgen.dicom.object.Code;
import org.roentgen.dicom.object.ObjectFormatException;

/**
 * Reads the waveforms of any object that has them: 12-lead, general and ambulatory electrocardiograms, hemodynamic,
 * electrophysiological and other signals, and audio.
 */
public final class WaveformReader {
    private WaveformReader() {}

    /**
     * All groups and annotations.
     *
     * @throws ObjectFormatException when there is no waveform, or its samples, channels and bytes do not fit together
     */
    public static Waveform read(DataSet dataSet) {
        List<MultiplexGroup> groups = Attributes.items(dataSet, Tag.WaveformSequence).stream()
                .map(WaveformReader::group)
                .toList();
        List<WaveformAnnotation> annotations = dataSet.items(Tag.WaveformAnnotationSequence).stream()
                .map(AnnotationReader::read)
                .toList();
        return new Waveform(groups, annotations);
    }

    private static MultiplexGroup group(DataSet item) {
        int count = Attributes.integer(item, Tag.NumberOfWaveformChannels, 1, 65_535);
        int samples = Attributes.integer(item, Tag.NumberOfWaveformSamples, 0, Integer.MAX_VALUE);
        double frequency = Attributes.positive(item, Tag.SamplingFrequency);
        List<DataSet> definitions = Attributes.items(item, Tag.ChannelDefinitionSequence);
        if (definitions.size() != count) {
            throw new ObjectFormatException(
                    "Channel Definition Sequence has %d items for %d channels".formatted(definitions.size(), count));
        }
        SampleInterpretation interpretation = SampleInterpretation.of(
                Attributes.string(item, Tag.WaveformSampleInterpretation), item.integer(Tag.WaveformBitsAllocated, 0));
        byte[] bytes = item.bytes(Tag.WaveformData).orElse(new byte[0]);
        if ((long) samples * count * interpretation.bytes() > bytes.length) {
            throw new ObjectFormatException("Waveform Data of %d bytes does not hold %d samples of %d channels"
                    .formatted(bytes.length, samples, count));
        }
        ByteBuffer data = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        Optional<Long> padding = padding(item, interpretation);
        List<WaveformChannel> channels = new ArrayList<>(count);
        for (int channel = 0; channel < count; channel++) {
            long[] stored = new long[samples];
            for (int sample = 0; sample < samples; sample++) {
                stored[sample] = interpretation.sample(data, sample * count + channel);
            }
            channels.add(channel(definitions.get(channel), stored, padding, frequency));
        }
        return new MultiplexGroup(
                item.string(Tag.MultiplexGroupLabel, ""),
                frequency,
                Attributes.optionalDecimal(item, Tag.MultiplexGroupTimeOffset).orElse(0.0),
                samples,
                channels);
    }

    /** The sample that stands for none. */
    private static Optional<Long> padding(DataSet item, SampleInterpretation interpretation) {
        byte[] bytes = item.bytes(Tag.WaveformPaddingValue).orElse(new byte[0]);
        return bytes.length < interpretation.bytes()
                ? Optional.empty()
                : Optional.of(interpretation.sample(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN), 0));
    }

    /** A channel with sensitivity, correction factor and baseline applied (C.10.9.1.4). */
    private static WaveformChannel channel(
            DataSet definition, long[] stored, Optional<Long> padding, double frequency) {
        double factor =
                Attributes.optionalDecimal(definition, Tag.ChannelSensitivity).orElse(1.0)
                        * Attributes.optionalDecimal(definition, Tag.ChannelSensitivityCorrectionFactor)
                                .orElse(1.0);
        double baseline =
                Attributes.optionalDecimal(definition, Tag.ChannelBaseline).orElse(0.0);
        float[] values = new float[stored.length];
        for (int sample = 0; sample < stored.length; sample++) {
            boolean padded = padding.isPresent() && padding.get() == stored[sample];
            values[sample] = padded ? Float.NaN : (float) (stored[sample] * factor + baseline);
        }
        double skew = Attributes.optionalDecimal(definition, Tag.ChannelTimeSkew)
                .or(() -> Attributes.optionalDecimal(definition, Tag.ChannelSampleSkew)
                        .map(samples -> samples / frequency))
                .orElse(0.0);
        Optional<Code> source = Attributes.code(definition, Tag.ChannelSourceSequence);
        return new WaveformChannel(
                definition
                        .string(Tag.ChannelLabel)
                        .or(() -> source.map(Code::meaning))
                        .orElse(""),
                source,
                Attributes.code(definition, Tag.ChannelSensitivityUnitsSequence),
                skew,
                values);
    }
}
