package org.roentgen.dicom.object.waveform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.object.Attributes;
import org.roentgen.dicom.object.Code;
import org.roentgen.dicom.object.ObjectFormatException;
import org.roentgen.dicom.object.waveform.WaveformAnnotation.Channel;
import org.roentgen.dicom.object.waveform.WaveformAnnotation.Place;

/** Reads items of the Waveform Annotation Sequence. */
final class AnnotationReader {
    private AnnotationReader() {}

    static WaveformAnnotation read(DataSet item) {
        return new WaveformAnnotation(
                item.integer(Tag.AnnotationGroupNumber, 0),
                Attributes.code(item, Tag.ConceptNameCodeSequence),
                value(item),
                channels(item),
                place(item));
    }

    private static AnnotationValue value(DataSet item) {
        Optional<Double> number = Attributes.optionalDecimal(item, Tag.NumericValue);
        if (number.isPresent()) {
            return new AnnotationValue.Number(number.get(), Attributes.code(item, Tag.MeasurementUnitsCodeSequence));
        }
        Optional<Code> code = Attributes.code(item, Tag.ConceptCodeSequence);
        if (code.isPresent()) {
            return new AnnotationValue.Coded(code.get());
        }
        return item.string(Tag.UnformattedTextValue)
                .<AnnotationValue>map(AnnotationValue.Text::new)
                .orElse(new AnnotationValue.None());
    }

    private static List<Channel> channels(DataSet item) {
        int[] numbers = item.integers(Tag.ReferencedWaveformChannels);
        if (numbers.length % 2 != 0) {
            throw new ObjectFormatException(
                    "Referenced Waveform Channels has %d numbers: a group and a channel each are needed"
                            .formatted(numbers.length));
        }
        List<Channel> channels = new ArrayList<>();
        for (int index = 0; index < numbers.length; index += 2) {
            channels.add(new Channel(numbers[index], numbers[index + 1]));
        }
        return channels;
    }

    private static Optional<Place> place(DataSet item) {
        return item.string(Tag.TemporalRangeType)
                .map(range -> new Place(
                        range,
                        Arrays.stream(item.integers(Tag.ReferencedSamplePositions))
                                .boxed()
                                .toList(),
                        Arrays.stream(item.decimals(Tag.ReferencedTimeOffsets))
                                .boxed()
                                .toList()));
    }
}
