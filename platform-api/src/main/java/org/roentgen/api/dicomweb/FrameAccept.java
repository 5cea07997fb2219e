package org.roentgen.api.dicomweb;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a client wants frames (PS3.18 section 8.7.3.5).
 *
 * @param asStored the stored transfer syntax will do, compressed or not
 * @param singlePart the bare frame, without multipart
 */
record FrameAccept(boolean asStored, boolean singlePart) {
    /** Absent, or any type: uncompressed in multipart. */
    static FrameAccept of(@Nullable String accept, String storedTransferSyntaxUid) {
        String wanted = accept == null ? "" : accept.toLowerCase(Locale.ROOT).replace(" ", "");
        boolean asStored = wanted.contains("transfer-syntax=*")
                || wanted.contains("transfer-syntax=\"*\"")
                || wanted.contains("transfer-syntax=" + storedTransferSyntaxUid)
                || wanted.contains("transfer-syntax=\"" + storedTransferSyntaxUid)
                || (!wanted.contains(MediaTypes.OCTET_STREAM)
                        && wanted.contains("image/")
                        && wanted.contains(MediaTypes.ofFrame(storedTransferSyntaxUid)));
        boolean singlePart = !wanted.contains("multipart/related") && wanted.startsWith(MediaTypes.OCTET_STREAM);
        return new FrameAccept(asStored, singlePart);
    }
}
