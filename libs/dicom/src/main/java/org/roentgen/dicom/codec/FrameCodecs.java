package org.roentgen.dicom.codec;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.roentgen.dicom.codec.htj2k.HighThroughputFrameDecoder;
import org.roentgen.dicom.codec.jpeg.JpegFrameDecoder;
import org.roentgen.dicom.codec.jpeg2000.Jpeg2000FrameDecoder;
import org.roentgen.dicom.codec.jpegls.JpegLsFrameDecoder;
import org.roentgen.dicom.codec.jpegls.JpegLsFrameEncoder;

/** The codecs of encapsulated transfer syntaxes by UID (PS3.5 A.4). */
public final class FrameCodecs {
    private static final String JPEG = "1.2.840.10008.1.2.4.";
    private static final FrameDecoder JPEG_DECODER = new JpegFrameDecoder();
    private static final FrameDecoder JPEG_LS_DECODER = new JpegLsFrameDecoder();
    private static final FrameDecoder JPEG_2000_DECODER = new Jpeg2000FrameDecoder();
    private static final FrameDecoder HTJ2K_DECODER = new HighThroughputFrameDecoder();

    private static final Map<String, FrameDecoder> DECODERS = Map.ofEntries(
            Map.entry(JPEG + "50", JPEG_DECODER),
            Map.entry(JPEG + "51", JPEG_DECODER),
            Map.entry(JPEG + "53", JPEG_DECODER),
            Map.entry(JPEG + "55", JPEG_DECODER),
            Map.entry(JPEG + "57", JPEG_DECODER),
            Map.entry(JPEG + "70", JPEG_DECODER),
            Map.entry(JPEG + "80", JPEG_LS_DECODER),
            Map.entry(JPEG + "81", JPEG_LS_DECODER),
            Map.entry(JPEG + "90", JPEG_2000_DECODER),
            Map.entry(JPEG + "91", JPEG_2000_DECODER),
            Map.entry(JPEG + "201", HTJ2K_DECODER),
            Map.entry(JPEG + "202", HTJ2K_DECODER),
            Map.entry(JPEG + "203", HTJ2K_DECODER),
            Map.entry("1.2.840.10008.1.2.5", new RleFrameDecoder()),
            Map.entry("1.2.840.10008.1.2.8.1", new DeflatedFrameDecoder()));

    private static final Map<String, FrameEncoder> ENCODERS = Map.of(
            JPEG + "80",
            new JpegLsFrameEncoder(),
            "1.2.840.10008.1.2.5",
            new RleFrameEncoder(),
            "1.2.840.10008.1.2.8.1",
            new DeflatedFrameEncoder());

    private FrameCodecs() {}

    /** The decoder of an encapsulated transfer syntax; empty if this toolkit does not read it. */
    public static Optional<FrameDecoder> decoder(String transferSyntaxUid) {
        return Optional.ofNullable(DECODERS.get(transferSyntaxUid)).map(GuardedDecoder::new);
    }

    /** The lossless encoder of an encapsulated transfer syntax; empty if this toolkit does not write it. */
    public static Optional<FrameEncoder> encoder(String transferSyntaxUid) {
        return Optional.ofNullable(ENCODERS.get(transferSyntaxUid));
    }

    /** UIDs of the encapsulated transfer syntaxes that can be decoded. */
    public static Set<String> decodable() {
        return DECODERS.keySet();
    }

    /** UIDs of the encapsulated transfer syntaxes that can be encoded. */
    public static Set<String> encodable() {
        return ENCODERS.keySet();
    }
}
