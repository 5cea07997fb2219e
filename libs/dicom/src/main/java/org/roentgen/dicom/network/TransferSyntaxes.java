package org.roentgen.dicom.network;

import java.util.List;
import java.util.stream.Stream;

/** Transfer syntax UIDs by groups, in the order in which they are preferred (PS3.6 table A-1). */
public final class TransferSyntaxes {
    public static final String IMPLICIT_LITTLE_ENDIAN = "1.2.840.10008.1.2";
    public static final String EXPLICIT_LITTLE_ENDIAN = "1.2.840.10008.1.2.1";

    /** Not compressed, so that every peer can be given one of them. */
    public static final List<String> UNCOMPRESSED = List.of(EXPLICIT_LITTLE_ENDIAN, IMPLICIT_LITTLE_ENDIAN);

    /** Everything that is received: uncompressed, deflated, then compressed ones, lossless before lossy. */
    public static final List<String> ALL = Stream.concat(
                    UNCOMPRESSED.stream(),
                    Stream.of(
                            "1.2.840.10008.1.2.1.99",
                            "1.2.840.10008.1.2.2",
                            "1.2.840.10008.1.2.4.80",
                            "1.2.840.10008.1.2.4.70",
                            "1.2.840.10008.1.2.4.57",
                            "1.2.840.10008.1.2.4.90",
                            "1.2.840.10008.1.2.4.201",
                            "1.2.840.10008.1.2.4.202",
                            "1.2.840.10008.1.2.5",
                            "1.2.840.10008.1.2.8.1",
                            "1.2.840.10008.1.2.4.110",
                            "1.2.840.10008.1.2.4.81",
                            "1.2.840.10008.1.2.4.91",
                            "1.2.840.10008.1.2.4.203",
                            "1.2.840.10008.1.2.4.50",
                            "1.2.840.10008.1.2.4.51",
                            "1.2.840.10008.1.2.4.92",
                            "1.2.840.10008.1.2.4.93",
                            "1.2.840.10008.1.2.4.111",
                            "1.2.840.10008.1.2.4.112",
                            "1.2.840.10008.1.2.4.100",
                            "1.2.840.10008.1.2.4.100.1",
                            "1.2.840.10008.1.2.4.101",
                            "1.2.840.10008.1.2.4.101.1",
                            "1.2.840.10008.1.2.4.102",
                            "1.2.840.10008.1.2.4.102.1",
                            "1.2.840.10008.1.2.4.103",
                            "1.2.840.10008.1.2.4.103.1",
                            "1.2.840.10008.1.2.4.104",
                            "1.2.840.10008.1.2.4.104.1",
                            "1.2.840.10008.1.2.4.105",
                            "1.2.840.10008.1.2.4.105.1",
                            "1.2.840.10008.1.2.4.106",
                            "1.2.840.10008.1.2.4.106.1",
                            "1.2.840.10008.1.2.4.107",
                            "1.2.840.10008.1.2.4.108"))
            .toList();

    private TransferSyntaxes() {}
}
