package org.roentgen.dicom.deidentify.burnedin;

import java.io.IOException;
import java.util.BitSet;
import java.util.function.IntFunction;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.Element;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.Value;
import org.roentgen.dicom.deidentify.RefusedException;
import org.roentgen.dicom.pixel.PixelDescription;
import org.roentgen.dicom.pixel.PixelReader;

/** Gives masked pixels of uncompressed frames the stored value of the darkest pixel of their frame. */
final class NativeBlanking {
    private final PixelDescription description;
    private final byte[] bytes;
    private final int pixels;
    private final int sampleBytes;
    private final int samples;

    private NativeBlanking(PixelDescription description, byte[] bytes) {
        this.description = description;
        this.bytes = bytes;
        this.pixels = Math.toIntExact(description.format().pixels());
        this.sampleBytes = description.format().sample().bytes();
        this.samples = description.format().samplesPerPixel();
    }

    static DicomFile apply(DicomFile file, IntFunction<BitSet> masks) throws IOException {
        DataSet dataSet = file.dataSet();
        Element element = dataSet.element(Tag.PixelData).orElseThrow();
        if (!(element.value() instanceof Value.Data data)) {
            throw new RefusedException("the pixels did not become uncompressed");
        }
        PixelReader reader = PixelReader.of(file);
        NativeBlanking blanking = new NativeBlanking(reader.description(), data.toBytes());
        for (int frame = 0; frame < reader.frames(); frame++) {
            BitSet mask = masks.apply(frame);
            if (mask.isEmpty()) {
                continue;
            }
            int darkest = Planes.of(reader, frame).getFirst().darkest();
            long start = frame * reader.description().nativeBits() / 8;
            mask.stream().forEach(pixel -> blanking.copy(Math.toIntExact(start), darkest, pixel));
        }
        DataSet blanked = dataSet.toBuilder()
                .putBytes(Tag.PixelData, element.vr(), blanking.bytes)
                .build();
        return new DicomFile(file.meta(), blanked);
    }

    private void copy(int frame, int from, int to) {
        for (int sample = 0; sample < samples; sample++) {
            System.arraycopy(bytes, frame + offset(from, sample), bytes, frame + offset(to, sample), sampleBytes);
        }
    }

    private int offset(int pixel, int sample) {
        if (description.photometric().isPairwise() && samples == 3) {
            int pair = (pixel >> 1) * 4;
            return (sample == 0 ? pair + (pixel & 1) : pair + 1 + sample) * sampleBytes;
        }
        return (description.planar() ? sample * pixels + pixel : pixel * samples + sample) * sampleBytes;
    }
}
