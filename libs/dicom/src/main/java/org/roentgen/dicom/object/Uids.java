package org.roentgen.dicom.object;

import java.math.BigInteger;
import java.util.UUID;

/** New unique identifiers, from UUIDs (PS3.5 B.2). */
public final class Uids {
    private Uids() {}

    public static String random() {
        return of(UUID.randomUUID());
    }

    /** The UID of a UUID: {@code 2.25.} and the UUID as a decimal number. */
    public static String of(UUID uuid) {
        BigInteger high = BigInteger.valueOf(uuid.getMostSignificantBits()).and(mask());
        BigInteger low = BigInteger.valueOf(uuid.getLeastSignificantBits()).and(mask());
        return "2.25." + high.shiftLeft(Long.SIZE).or(low);
    }

    private static BigInteger mask() {
        return BigInteger.ONE.shiftLeft(Long.SIZE).subtract(BigInteger.ONE);
    }
}
