package org.roentgen.api.dicomweb;

import java.util.Map;
import java.util.Optional;

/** Media types of DICOMweb (PS3.18 section 8.7). */
final class MediaTypes {
    static final String DICOM = "application/dicom";
    static final String DICOM_JSON = "application/dicom+json";
    static final String OCTET_STREAM = "application/octet-stream";
    static final String JPEG = "image/jpeg";
    static final String PNG = "image/png";

    /** PS3.18 Table 8.7.3-5. */
    private static final Map<String, String> BY_TRANSFER_SYNTAX = Map.ofEntries(
            Map.entry("1.2.840.10008.1.2.4.50", JPEG),
            Map.entry("1.2.840.10008.1.2.4.51", JPEG),
            Map.entry("1.2.840.10008.1.2.4.57", JPEG),
            Map.entry("1.2.840.10008.1.2.4.70", JPEG),
            Map.entry("1.2.840.10008.1.2.4.80", "image/jls"),
            Map.entry("1.2.840.10008.1.2.4.81", "image/jls"),
            Map.entry("1.2.840.10008.1.2.4.90", "image/jp2"),
            Map.entry("1.2.840.10008.1.2.4.91", "image/jp2"),
            Map.entry("1.2.840.10008.1.2.4.201", "image/jphc"),
            Map.entry("1.2.840.10008.1.2.4.202", "image/jphc"),
            Map.entry("1.2.840.10008.1.2.4.203", "image/jphc"),
            Map.entry("1.2.840.10008.1.2.5", "image/dicom-rle"));

    /** The transfer syntaxes that those media types mean when they name none. */
    private static final Map<String, String> DEFAULT_SYNTAXES = Map.of(
            JPEG,
            "1.2.840.10008.1.2.4.70",
            "image/jls",
            "1.2.840.10008.1.2.4.80",
            "image/jp2",
            "1.2.840.10008.1.2.4.90",
            "image/jphc",
            "1.2.840.10008.1.2.4.201",
            "image/dicom-rle",
            "1.2.840.10008.1.2.5");

    private MediaTypes() {}

    /** The media type of a compressed frame. */
    static String ofFrame(String transferSyntaxUid) {
        return BY_TRANSFER_SYNTAX.getOrDefault(transferSyntaxUid, OCTET_STREAM);
    }

    /** The transfer syntax that a media type of compressed frames means when it names none. */
    static Optional<String> syntaxOf(String mediaType) {
        return Optional.ofNullable(DEFAULT_SYNTAXES.get(mediaType));
    }
}
