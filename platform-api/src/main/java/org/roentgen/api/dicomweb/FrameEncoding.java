package org.roentgen.api.dicomweb;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.roentgen.api.problem.ProblemException;
import org.roentgen.dicom.codec.FrameCodecs;
import org.roentgen.dicom.codec.FrameEncoder;
import org.roentgen.dicom.pixel.Frame;
import org.roentgen.dicom.pixel.PixelReader;
import org.roentgen.dicom.pixel.UnreadablePixelsException;

/**
 * How the frames of an instance go out (PS3.18 section 8.7.3.3): as they are stored, uncompressed in little endian, or
 * compressed anew without loss.
 *
 * @param transferSyntaxUid of what is sent
 * @param isStored whether the frames go out as they lie in the pixel data
 * @param singlePart the bare frame, without multipart
 */
record FrameEncoding(String mediaType, String transferSyntaxUid, boolean isStored, boolean singlePart) {
    private static final String UNCOMPRESSED = InstanceEncoding.EXPLICIT_LITTLE_ENDIAN;
    private static final String IMPLICIT = "1.2.840.10008.1.2";

    /**
     * The first form in the order of the client's preferences that can be made.
     *
     * @param stored transfer syntax of the instance
     * @param isEncapsulated whether that is a compressed one
     * @param frames how many frames are asked for
     */
    static FrameEncoding of(@Nullable String accept, String stored, boolean isEncapsulated, int frames) {
        for (MediaRange range : MediaRange.preferences(accept)) {
            boolean singlePart = !range.isMultipart() && !range.isAny();
            Optional<FrameEncoding> found = singlePart && frames > 1
                    ? Optional.empty()
                    : target(range, stored, isEncapsulated)
                            .map(target -> new FrameEncoding(
                                    isUncompressed(target) ? MediaTypes.OCTET_STREAM : mediaType(range, target),
                                    target,
                                    isEncapsulated && target.equals(stored),
                                    singlePart));
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw ProblemException.notAcceptable("What is accepted is none of " + MediaTypes.OCTET_STREAM + " and "
                + MediaTypes.ofFrame(stored) + "; transfer-syntax=" + stored
                + ", bare (one frame) or in multipart/related");
    }

    byte[] bytes(PixelReader pixels, int frame) throws IOException {
        if (isStored) {
            return pixels.raw(frame);
        }
        Frame decoded = pixels.frame(frame);
        Optional<FrameEncoder> encoder = FrameCodecs.encoder(transferSyntaxUid);
        try {
            return encoder.isPresent() ? encoder.get().encode(decoded.bytes(), decoded.format()) : decoded.bytes();
        } catch (IllegalArgumentException tooWide) {
            throw new UnreadablePixelsException(
                    UnreadablePixelsException.Reason.UNSUPPORTED_TRANSFER_SYNTAX, String.valueOf(tooWide.getMessage()));
        }
    }

    String contentType() {
        return mediaType + "; transfer-syntax=" + transferSyntaxUid;
    }

    /** The transfer syntax that the range leads to; empty if it takes nothing that can be made. */
    private static Optional<String> target(MediaRange range, String stored, boolean isEncapsulated) {
        String frameType = MediaTypes.ofFrame(stored);
        String wanted = range.transferSyntax().orElse("");
        if (wanted.equals("*")) {
            boolean takesStored = range.takes(frameType) || range.takes(MediaTypes.OCTET_STREAM);
            return takesStored ? Optional.of(isEncapsulated ? stored : UNCOMPRESSED) : Optional.empty();
        }
        if (wanted.isEmpty()) {
            return range.takes(MediaTypes.OCTET_STREAM)
                    ? Optional.of(UNCOMPRESSED)
                    : isEncapsulated && range.takes(frameType)
                            ? Optional.of(stored)
                            : MediaTypes.syntaxOf(range.content()).filter(FrameEncoding::canEncode);
        }
        if (isUncompressed(wanted)) {
            return range.takes(MediaTypes.OCTET_STREAM) ? Optional.of(UNCOMPRESSED) : Optional.empty();
        }
        boolean takes = range.takes(MediaTypes.ofFrame(wanted)) || range.takes(MediaTypes.OCTET_STREAM);
        return takes && (wanted.equals(stored) || canEncode(wanted)) ? Optional.of(wanted) : Optional.empty();
    }

    private static String mediaType(MediaRange range, String target) {
        String own = MediaTypes.ofFrame(target);
        return range.takes(own) ? own : MediaTypes.OCTET_STREAM;
    }

    private static boolean canEncode(String transferSyntaxUid) {
        return FrameCodecs.encodable().contains(transferSyntaxUid);
    }

    private static boolean isUncompressed(String transferSyntaxUid) {
        return transferSyntaxUid.equals(UNCOMPRESSED) || transferSyntaxUid.equals(IMPLICIT);
    }
}
