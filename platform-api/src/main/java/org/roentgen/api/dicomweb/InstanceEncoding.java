package org.roentgen.api.dicomweb;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.roentgen.dicom.TransferSyntax;
import org.roentgen.dicom.codec.FrameCodecs;
import org.roentgen.dicom.pixel.Transcoder;

/**
 * An archived instance in the transfer syntax that it goes out in.
 *
 * @param transferSyntaxUid of what is written; that of the file where nothing has to be changed
 */
record InstanceEncoding(ArchivedFile file, String transferSyntaxUid) {
    static final String EXPLICIT_LITTLE_ENDIAN = TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN.uid();
    private static final Set<String> UNCOMPRESSED = Set.of(
            EXPLICIT_LITTLE_ENDIAN,
            TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN.uid(),
            TransferSyntax.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN.uid());

    /**
     * What fits a transfer syntax that a client names: {@code *} takes the stored one, and nothing named means Explicit VR
     * Little Endian where the pixels can be decoded (PS3.18 section 8.7.3.5.2).
     *
     * @return empty if the instance cannot be brought into it
     */
    static Optional<InstanceEncoding> of(ArchivedFile file, @Nullable String wanted) {
        String stored = file.instance().transferSyntaxUid();
        String target = wanted == null ? EXPLICIT_LITTLE_ENDIAN : wanted;
        if (target.equals("*") || target.equals(stored)) {
            return Optional.of(new InstanceEncoding(file, stored));
        }
        if (canDecode(stored) && canEncode(target)) {
            return Optional.of(new InstanceEncoding(file, target));
        }
        return wanted == null ? Optional.of(new InstanceEncoding(file, stored)) : Optional.empty();
    }

    boolean isStored() {
        return transferSyntaxUid.equals(file.instance().transferSyntaxUid());
    }

    String contentType() {
        return MediaTypes.DICOM + "; transfer-syntax=" + transferSyntaxUid;
    }

    /** @throws org.roentgen.dicom.pixel.UnreadablePixelsException if the pixels cannot be converted after all */
    void write(OutputStream out) throws IOException {
        if (isStored()) {
            try (InputStream content = Files.newInputStream(file.file())) {
                content.transferTo(out);
            }
        } else {
            Transcoder.transcode(file.read(), TransferSyntax.of(transferSyntaxUid))
                    .write(out);
        }
    }

    private static boolean canDecode(String transferSyntaxUid) {
        return TransferSyntax.find(transferSyntaxUid)
                .map(syntax -> !syntax.encapsulated() || FrameCodecs.decodable().contains(transferSyntaxUid))
                .orElse(false);
    }

    private static boolean canEncode(String transferSyntaxUid) {
        return UNCOMPRESSED.contains(transferSyntaxUid)
                || FrameCodecs.encodable().contains(transferSyntaxUid);
    }
}
