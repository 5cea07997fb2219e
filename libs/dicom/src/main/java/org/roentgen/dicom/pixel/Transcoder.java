package org.roentgen.dicom.pixel;

import java.io.IOException;
import java.util.Optional;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.FileMeta;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.TransferSyntax;
import org.roentgen.dicom.Value;
import org.roentgen.dicom.codec.FrameCodecs;
import org.roentgen.dicom.codec.FrameEncoder;
import org.roentgen.dicom.codec.SampleFormat;
import org.roentgen.dicom.pixel.UnreadablePixelsException.Reason;

/**
 * Brings a file into another transfer syntax without loss: its stored values stay what they are, and what the Image Pixel module
 * says of them follows. Colour is never converted; chrominance that was stored at half resolution comes out at full.
 */
public final class Transcoder {
    private Transcoder() {}

    /**
     * @param file the file; it stays as it is
     * @param target an uncompressed transfer syntax, or an encapsulated one of {@link FrameCodecs#encodable()}
     * @throws UnreadablePixelsException if its pixels cannot be decoded, or the target cannot hold them or is not written
     */
    public static DicomFile transcode(DicomFile file, TransferSyntax target) throws IOException {
        TransferSyntax source = file.meta().transferSyntax();
        if (target.uid().equals(source.uid())) {
            return file;
        }
        Optional<FrameEncoder> encoder = FrameCodecs.encoder(target.uid());
        if (target.encapsulated() && encoder.isEmpty() || target.swapsPixels()) {
            throw new UnreadablePixelsException(
                    Reason.UNSUPPORTED_TRANSFER_SYNTAX,
                    "transfer syntax " + target.uid() + " (" + target.name()
                            + ") is not written; encapsulated ones that are: "
                            + String.join(
                                    ", ",
                                    FrameCodecs.encodable().stream().sorted().toList()));
        }
        DataSet dataSet = PixelDescription.isPresent(file.dataSet())
                ? withPixels(file.dataSet(), source, target, encoder)
                : file.dataSet();
        return new DicomFile(meta(file.meta(), dataSet, target), dataSet);
    }

    private static FileMeta meta(FileMeta meta, DataSet dataSet, TransferSyntax target) {
        return meta.dataSet().isEmpty() ? FileMeta.of(dataSet, target) : meta.withTransferSyntax(target);
    }

    private static DataSet withPixels(
            DataSet dataSet, TransferSyntax source, TransferSyntax target, Optional<FrameEncoder> encoder)
            throws IOException {
        boolean encapsulated = dataSet.element(Tag.PixelData)
                .filter(element -> source.encapsulated() || element.value() instanceof Value.Fragments)
                .isPresent();
        if (!encapsulated && encoder.isEmpty() && source.bigEndian() == target.bigEndian() && !source.swapsPixels()) {
            return dataSet;
        }
        PixelReader pixels = PixelReader.of(dataSet, source);
        DataSet.Builder builder = dataSet.toBuilder();
        builder.remove(Tag.ExtendedOffsetTable);
        builder.remove(Tag.ExtendedOffsetTableLengths);
        describe(builder, pixels.description());
        if (encapsulated) {
            LossyCompression.mark(
                    builder,
                    dataSet,
                    source.uid(),
                    pixels.description().format().nativeBytes() * pixels.frames(),
                    pixels.rawBytes());
        }
        if (encoder.isPresent()) {
            EncapsulatedWriter.write(builder, pixels, encoder.get());
        } else {
            NativeWriter.write(builder, pixels, target.bigEndian());
        }
        return builder.build();
    }

    private static void describe(DataSet.Builder builder, PixelDescription description) {
        SampleFormat sample = description.format().sample();
        if (sample.packed() && sample.bitsAllocated() > 1) {
            builder.putIntegers(Tag.BitsAllocated, 8 * sample.bytes());
        }
        if (description.format().samplesPerPixel() == 1) {
            return;
        }
        builder.putIntegers(Tag.PlanarConfiguration, 0);
        String photometric =
                switch (description.photometric()) {
                    case YBR_RCT, YBR_ICT, RGB -> PhotometricInterpretation.RGB.term();
                    case YBR_FULL_422 -> PhotometricInterpretation.YBR_FULL.term();
                    default -> description.photometric().term();
                };
        builder.put(Tag.PhotometricInterpretation, photometric);
    }
}
