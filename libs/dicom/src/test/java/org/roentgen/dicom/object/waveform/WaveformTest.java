package org.roentgen.dicom.object.waveform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.VR;
import org.roentgen.dicom.object.Code;
import org.roentgen.dicom.object.Judges;
import org.roentgen.dicom.object.ObjectFormatException;

final class WaveformTest {
    private static final Code MILLIVOLT = new Code("mV", "UCUM", "millivolt");

    @Test
    void aTwelveLeadElectrocardiogramIsAsPydicomDecodesIt() throws IOException {
        Path file = Judges.shared("dicom-conformance/modality").resolve("waveform_ecg.dcm");
        Waveform read = WaveformReader.read(DicomFile.read(file).dataSet());
        String answer = Judges.python("pydicom", """
                import sys, pydicom
                d = pydicom.dcmread(sys.argv[1])
                for g, item in enumerate(d.WaveformSequence):
                    a = d.waveform_array(g)
                    for c in range(a.shape[1]):
                        print(item.MultiplexGroupLabel, '%.0f' % item.SamplingFrequency, a.shape[0],
                              '%.2f %.2f %.2f %.2f' % (a[0, c], a[17, c], a[-1, c], abs(a[:, c]).sum()))
                """, file);
        List<String> channels = read.groups().stream()
                .flatMap(group -> group.channels().stream().map(channel -> line(group, channel)))
                .toList();
        assertThat(channels).isEqualTo(answer.lines().toList()).hasSize(24);
        MultiplexGroup rhythm = read.groups().getFirst();
        assertThat(rhythm.duration()).isEqualTo(10);
        assertThat(rhythm.channels()).extracting(WaveformChannel::label).startsWith("Lead I (Einthoven)", "Lead II");
        assertThat(rhythm.channels())
                .allMatch(channel -> channel.unit().orElseThrow().value().equals("uV"));
        assertThat(read.annotations()).hasSize(77);
        assertThat(read.annotations().getFirst().value()).isEqualTo(new AnnotationValue.Text("RITMO SINUSALE"));
        assertThat(read.annotations().get(2).value())
                .isEqualTo(new AnnotationValue.Number(982, Optional.of(new Code("ms", "UCUM", "milliseconds"))));
        assertThat(read.annotations().getFirst().channels()).containsExactly(new WaveformAnnotation.Channel(1, 0));
    }

    private static String line(MultiplexGroup group, WaveformChannel channel) {
        float[] values = channel.values();
        double sum = 0;
        for (float value : values) {
            sum += Math.abs(value);
        }
        return String.format(
                Locale.ROOT,
                "%s %.0f %d %.2f %.2f %.2f %.2f",
                group.label(),
                group.samplingFrequency(),
                group.samples(),
                values[0],
                values[17],
                values[values.length - 1],
                sum);
    }

    @ParameterizedTest
    @CsvSource({
        "SB, 8, -128, -64.5",
        "SB, 8, 127, 63",
        "UB, 8, 200, 99.5",
        "SS, 16, -32768, -16384.5",
        "US, 16, 65535, 32767",
        "SL, 32, -100000, -50000.5",
        "UL, 32, 4000000000, 1999999999.5"
    })
    void samplesOfAllKindsBecomeValuesWithTheirUnit(String kind, int bits, long stored, double value) {
        DataSet dataSet = waveform(kind, bits, 3, stored, 0, stored, 0, 7, stored);
        MultiplexGroup group = WaveformReader.read(dataSet).groups().getFirst();
        assertThat(group.samples()).isEqualTo(2);
        assertThat(group.channels()).hasSize(3);
        WaveformChannel channel = group.channels().getFirst();
        assertThat(channel.values()[0]).isEqualTo((float) value);
        assertThat(channel.values()[1]).isEqualTo(-0.5f);
        assertThat(group.channels().get(1).values()[1]).isEqualTo(3);
        assertThat(channel.unit()).contains(MILLIVOLT);
        assertThat(channel.skew()).isEqualTo(0.02);
    }

    @ParameterizedTest
    @CsvSource({"MB, ulaw2lin", "AB, alaw2lin"})
    void companderCodesAreExpandedAsG711Says(String kind, String function) {
        long[] codes = new long[256];
        for (int code = 0; code < codes.length; code++) {
            codes[code] = code;
        }
        DataSet plain = waveform(kind, 8, 1, codes);
        DataSet definition = channel().toBuilder()
                .remove(Tag.ChannelSensitivity)
                .remove(Tag.ChannelSensitivityCorrectionFactor)
                .remove(Tag.ChannelBaseline)
                .build();
        float[] values = WaveformReader.read(with(plain, Tag.ChannelDefinitionSequence, definition))
                .groups()
                .getFirst()
                .channels()
                .getFirst()
                .values();
        String answer = Judges.python(
                "audioop",
                "import warnings; warnings.simplefilter('ignore'); import audioop, struct; print(*struct.unpack('<256h', audioop.%s(bytes(range(256)), 2)))"
                        .formatted(function));
        String[] expected = answer.strip().split(" ");
        for (int code = 0; code < expected.length; code++) {
            assertThat(values[code]).isEqualTo(Float.parseFloat(expected[code]));
        }
    }

    @Test
    void paddingIsNoValue() {
        DataSet dataSet = waveform("SS", 16, 1, 4, -32768, 6);
        DataSet item = dataSet.item(Tag.WaveformSequence).orElseThrow().toBuilder()
                .putBytes(Tag.WaveformPaddingValue, VR.OW, new byte[] {0, (byte) 0x80})
                .build();
        float[] values = WaveformReader.read(
                        DataSet.builder().putItems(Tag.WaveformSequence, item).build())
                .groups()
                .getFirst()
                .channels()
                .getFirst()
                .values();
        assertThat(values[0]).isCloseTo(1.5f, within(1e-6f));
        assertThat(values[1]).isNaN();
    }

    @Test
    void whatDoesNotFitTogetherIsRefused() {
        DataSet good = waveform("SS", 16, 1, 1, 2, 3);
        assertRefused(DataSet.EMPTY, "WaveformSequence");
        assertRefused(
                change(good, builder -> builder.putIntegers(Tag.NumberOfWaveformSamples, 4)),
                "does not hold 4 samples");
        assertRefused(
                change(good, builder -> builder.putIntegers(Tag.NumberOfWaveformChannels, 2)),
                "1 items for 2 channels");
        assertRefused(change(good, builder -> builder.putIntegers(Tag.WaveformBitsAllocated, 8)), "have 16");
        assertRefused(change(good, builder -> builder.put(Tag.WaveformSampleInterpretation, "XX")), "'XX'");
        assertRefused(change(good, builder -> builder.putDecimals(Tag.SamplingFrequency, 0)), "above 0");
        assertRefused(change(good, builder -> builder.remove(Tag.WaveformData)), "0 bytes");
    }

    private static void assertRefused(DataSet dataSet, String message) {
        assertThatThrownBy(() -> WaveformReader.read(dataSet))
                .isInstanceOf(ObjectFormatException.class)
                .hasMessageContaining(message);
    }

    private static DataSet change(DataSet dataSet, Consumer<DataSet.Builder> change) {
        DataSet.Builder builder = dataSet.item(Tag.WaveformSequence).orElseThrow().toBuilder();
        change.accept(builder);
        return DataSet.builder().putItems(Tag.WaveformSequence, builder.build()).build();
    }

    private static DataSet with(DataSet dataSet, int sequence, DataSet item) {
        return change(dataSet, builder -> builder.putItems(sequence, item));
    }

    /** Sensitivity 0.25, correction 2, baseline -0.5, 0.02 s late. */
    private static DataSet channel() {
        return DataSet.builder()
                .putDecimals(Tag.ChannelSensitivity, 0.25)
                .putDecimals(Tag.ChannelSensitivityCorrectionFactor, 2)
                .putDecimals(Tag.ChannelBaseline, -0.5)
                .putDecimals(Tag.ChannelSampleSkew, 10)
                .putItems(Tag.ChannelSensitivityUnitsSequence, MILLIVOLT.toItem())
                .build();
    }

    private static DataSet waveform(String kind, int bits, int channels, long... samples) {
        ByteBuffer data = ByteBuffer.allocate(samples.length * bits / 8 + 1).order(ByteOrder.LITTLE_ENDIAN);
        for (long sample : samples) {
            switch (bits) {
                case 8 -> data.put((byte) sample);
                case 16 -> data.putShort((short) sample);
                default -> data.putInt((int) sample);
            }
        }
        DataSet item = DataSet.builder()
                .putIntegers(Tag.NumberOfWaveformChannels, channels)
                .putIntegers(Tag.NumberOfWaveformSamples, samples.length / channels)
                .putDecimals(Tag.SamplingFrequency, 500)
                .putIntegers(Tag.WaveformBitsAllocated, bits)
                .put(Tag.WaveformSampleInterpretation, kind)
                .putItems(Tag.ChannelDefinitionSequence, Collections.nCopies(channels, channel()))
                .putBytes(Tag.WaveformData, VR.OW, data.array())
                .build();
        return DataSet.builder().putItems(Tag.WaveformSequence, item).build();
    }
}
