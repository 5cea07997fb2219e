package org.roentgen.dicom.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.TransferSyntax;
import org.roentgen.dicom.VR;

class RendererTest {
    @ParameterizedTest
    @CsvSource({
        // stored, slope, intercept, center, width, function, photometric, shown
        "0, 1, 0, 50, 100, LINEAR, MONOCHROME2, 0",
        "50, 1, 0, 50, 100, LINEAR, MONOCHROME2, 129",
        "49, 1, 0, 50, 100, LINEAR, MONOCHROME2, 126",
        "100, 1, 0, 50, 100, LINEAR, MONOCHROME2, 255",
        "50, 1, 0, 50, 100, LINEAR_EXACT, MONOCHROME2, 128",
        "25, 1, 0, 50, 100, LINEAR_EXACT, MONOCHROME2, 64",
        "50, 1, 0, 50, 100, SIGMOID, MONOCHROME2, 128",
        "100, 1, 0, 50, 100, SIGMOID, MONOCHROME2, 225",
        "25, 1, 0, 50, 100, LINEAR_EXACT, MONOCHROME1, 191",
        "1074, 1, -1024, 50, 100, LINEAR_EXACT, MONOCHROME2, 128",
        "10, 5, 0, 50, 100, LINEAR_EXACT, MONOCHROME2, 128",
        "7, 1, 0, 7.5, 1, LINEAR, MONOCHROME2, 0",
        "8, 1, 0, 7.5, 1, LINEAR, MONOCHROME2, 255"
    })
    void greyFollowsTheModalityAndVoiTransforms(
            int stored,
            double slope,
            double intercept,
            double center,
            double width,
            String function,
            String photometric,
            int shown)
            throws IOException {
        DataSet dataSet = image(1, photometric, 16, words(stored))
                .putDecimals(Tag.RescaleSlope, slope)
                .putDecimals(Tag.RescaleIntercept, intercept)
                .putDecimals(Tag.WindowCenter, center)
                .putDecimals(Tag.WindowWidth, width)
                .put(Tag.VOILUTFunction, function)
                .build();
        assertThat(render(dataSet).bytes()[0] & 0xff).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "RGB, 10, 20, 30, 10, 20, 30",
        "YBR_FULL, 128, 128, 128, 128, 128, 128",
        "YBR_FULL, 76, 85, 255, 254, 0, 0",
        "YBR_RCT, 1, 2, 3, 1, 2, 3"
    })
    void colourComesOutAsRgb(String photometric, int a, int b, int c, int red, int green, int blue) throws IOException {
        DataSet dataSet = image(3, photometric, 8, new byte[] {(byte) a, (byte) b, (byte) c, 0})
                .putIntegers(Tag.PlanarConfiguration, 0)
                .build();
        assertThat(unsigned(render(dataSet))).containsExactly(red, green, blue);
    }

    @Test
    void withoutAWindowTheRangeOfValuesIsShownAndPaddingIsLeftOut() throws IOException {
        DataSet dataSet = image(1, "MONOCHROME2", 16, words(100, 200, 300, 5000))
                .putIntegers(Tag.Columns, 4)
                .putIntegers(Tag.PixelPaddingValue, VR.US, 5000)
                .build();
        assertThat(unsigned(render(dataSet))).containsExactly(0, 128, 255, 255);
    }

    @Test
    void paletteEntriesBecomeRgb() throws IOException {
        DataSet.Builder builder = image(1, "PALETTE COLOR", 8, new byte[] {1, 0});
        int[] channels = {
            Tag.RedPaletteColorLookupTableDescriptor,
            Tag.GreenPaletteColorLookupTableDescriptor,
            Tag.BluePaletteColorLookupTableDescriptor
        };
        int[] data = {
            Tag.RedPaletteColorLookupTableData,
            Tag.GreenPaletteColorLookupTableData,
            Tag.BluePaletteColorLookupTableData
        };
        for (int i = 0; i < 3; i++) {
            builder.putIntegers(channels[i], VR.US, 2, 0, 16);
            builder.putBytes(data[i], VR.OW, words(0, (50 + i) << 8));
        }
        assertThat(unsigned(render(builder.build()))).containsExactly(50, 51, 52);
    }

    @Test
    void thumbnailsAverageAndKeepProportions() throws IOException {
        DataSet dataSet = image(1, "MONOCHROME2", 8, new byte[] {0, 100, 0, 100, 0, 100, 0, 100})
                .putIntegers(Tag.Columns, 4)
                .putIntegers(Tag.Rows, 2)
                .putDecimals(Tag.WindowCenter, 127.5)
                .putDecimals(Tag.WindowWidth, 255)
                .put(Tag.VOILUTFunction, "LINEAR_EXACT")
                .build();
        RenderedFrame reduced = render(dataSet).fitting(2, 2);
        assertThat(reduced.width()).isEqualTo(2);
        assertThat(reduced.height()).isEqualTo(1);
        assertThat(unsigned(reduced)).containsExactly(50, 50);
        assertThat(ImageIO.read(new ByteArrayInputStream(reduced.toPng())).getWidth())
                .isEqualTo(2);
        assertThat(ImageIO.read(new ByteArrayInputStream(reduced.toJpeg(90))).getHeight())
                .isEqualTo(1);
    }

    @Test
    void pixelsThatAreTooShortAreRefused() throws IOException {
        DataSet dataSet =
                image(1, "MONOCHROME2", 16, words(1)).putIntegers(Tag.Rows, 2).build();
        assertThatThrownBy(() -> render(dataSet))
                .isInstanceOfSatisfying(UnreadablePixelsException.class, e -> assertThat(e.reason())
                        .isEqualTo(UnreadablePixelsException.Reason.TRUNCATED));
    }

    private static DataSet.Builder image(int samples, String photometric, int bits, byte[] pixels) {
        return DataSet.builder()
                .putIntegers(Tag.SamplesPerPixel, samples)
                .put(Tag.PhotometricInterpretation, photometric)
                .putIntegers(Tag.Rows, 1)
                .putIntegers(Tag.Columns, 1)
                .putIntegers(Tag.BitsAllocated, bits)
                .putIntegers(Tag.BitsStored, bits)
                .putIntegers(Tag.HighBit, bits - 1)
                .putIntegers(Tag.PixelRepresentation, 0)
                .putBytes(Tag.PixelData, bits > 8 ? VR.OW : VR.OB, pixels);
    }

    private static byte[] words(int... values) {
        ByteBuffer buffer = ByteBuffer.allocate(2 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int value : values) {
            buffer.putShort((short) value);
        }
        return buffer.array();
    }

    private static RenderedFrame render(DataSet dataSet) throws IOException {
        return new Renderer(PixelReader.of(dataSet, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN)).render(0);
    }

    private static int[] unsigned(RenderedFrame frame) {
        return IntStream.range(0, frame.bytes().length)
                .map(i -> frame.bytes()[i] & 0xff)
                .toArray();
    }
}
