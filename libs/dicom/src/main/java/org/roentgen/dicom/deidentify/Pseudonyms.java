package org.roentgen.dicom.deidentify;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import org.jspecify.annotations.Nullable;

/**
 * Keyed, deterministic pseudonyms. Each carries a check that only the key can make, so that a pseudonym is recognised and
 * stays what it is when an instance comes by again. Not safe for use by several threads.
 */
public final class Pseudonyms {
    private static final String STANDARD_ROOT = "1.2.840.10008.";
    private static final String UID_ROOT = "2.25.";
    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final Pattern UUID_FORM = Pattern.compile("2\\.25\\.[1-9]\\d{30,38}");
    private static final int UID_BYTES = 12;
    private static final int WEEKS = 521;
    private static final int PATIENT_LETTERS = 14;
    private static final int PATIENT_CHECK = 5;

    private static final int MOST_REMEMBERED = 8192;

    private final PseudonymKey key;
    private final Map<String, String> remembered;
    private final Map<String, String> uids = new LinkedHashMap<>();
    private @Nullable Mac mac;

    public Pseudonyms(PseudonymKey key) {
        this(key, new ConcurrentHashMap<>());
    }

    /** @param remembered pseudonyms under this key by kind and original, shared by all threads that derive them */
    Pseudonyms(PseudonymKey key, Map<String, String> remembered) {
        this.key = key;
        this.remembered = remembered;
    }

    private Mac mac() {
        Mac made = mac == null ? key.mac() : mac;
        mac = made;
        return made;
    }

    private String remember(String kind, String original, Function<String, String> derive) {
        String known = remembered.get(kind + original);
        if (known != null) {
            return known;
        }
        if (remembered.size() >= MOST_REMEMBERED) {
            remembered.clear();
        }
        String derived = derive.apply(original);
        remembered.put(kind + original, derived);
        return derived;
    }

    /** The UID in place of another one (PS3.5 section B.2); UIDs of the standard and pseudonyms stay. */
    public String uid(String original) {
        if (original.isEmpty() || original.startsWith(STANDARD_ROOT)) {
            return original;
        }
        String known = uids.get(original);
        if (known == null) {
            known = remember("U", original, this::deriveUid);
            uids.put(original, known);
        }
        return known;
    }

    /** All UIDs that were replaced so far, original to pseudonym. */
    Map<String, String> replaced() {
        Map<String, String> replaced = new LinkedHashMap<>(uids);
        replaced.entrySet().removeIf(entry -> entry.getKey().equals(entry.getValue()));
        return replaced;
    }

    private String deriveUid(String original) {
        if (isOwnUid(original)) {
            return original;
        }
        byte[] bytes = Arrays.copyOf(hash("uid", original), 16);
        // Version 8 and the variant of RFC 9562, so that the number is one of a UUID.
        bytes[6] = (byte) (bytes[6] & 0x0F | 0x80);
        bytes[8] = (byte) (bytes[8] & 0x3F | 0x80);
        System.arraycopy(check(bytes), 0, bytes, UID_BYTES, 4);
        return UID_ROOT + new BigInteger(1, bytes);
    }

    private boolean isOwnUid(String uid) {
        if (!uid.startsWith(UID_ROOT) || !UUID_FORM.matcher(uid).matches()) {
            return false;
        }
        byte[] number = new BigInteger(uid.substring(UID_ROOT.length())).toByteArray();
        if (number.length > 17) {
            return false;
        }
        byte[] bytes = new byte[16];
        int length = Math.min(16, number.length);
        System.arraycopy(number, number.length - length, bytes, 16 - length, length);
        return Arrays.equals(Arrays.copyOfRange(bytes, UID_BYTES, 16), Arrays.copyOf(check(bytes), 4));
    }

    private byte[] check(byte[] bytes) {
        mac().update("check\0".getBytes(StandardCharsets.US_ASCII));
        mac().update(bytes, 0, UID_BYTES);
        return mac().doFinal();
    }

    /** The pseudonym of a Patient ID of an issuer: 20 letters and digits. */
    public String patientId(String original, String issuer) {
        return remember(
                "P", original + "\0" + issuer, value -> code("P", "patient", value, PATIENT_LETTERS, PATIENT_CHECK));
    }

    /** The pseudonym of an Accession Number: 16 letters and digits, as many as the VR holds. */
    public String accessionNumber(String original) {
        return remember("A", original, value -> code("A", "accession", value, 11, 4));
    }

    private String code(String prefix, String kind, String original, int letters, int checkLetters) {
        int end = original.indexOf('\0');
        String value = end < 0 ? original : original.substring(0, end);
        if (isOwnCode(prefix, kind, value, letters, checkLetters)) {
            return value;
        }
        String body = prefix + letters(hash(kind, original), letters);
        return body + letters(hash("check " + kind, body), checkLetters);
    }

    private boolean isOwnCode(String prefix, String kind, String value, int letters, int checkLetters) {
        int bodyLength = prefix.length() + letters;
        return value.length() == bodyLength + checkLetters
                && value.startsWith(prefix)
                && value.endsWith(letters(hash("check " + kind, value.substring(0, bodyLength)), checkLetters));
    }

    /** True for what {@link #patientId} makes. */
    boolean isPatientPseudonym(String patientId) {
        return isOwnCode("P", "patient", patientId, PATIENT_LETTERS, PATIENT_CHECK);
    }

    private static String letters(byte[] hash, int count) {
        StringBuilder text = new StringBuilder();
        BigInteger number = new BigInteger(1, hash);
        for (int i = 0; i < count; i++) {
            text.append(ALPHABET.charAt(number.shiftRight(5 * i).intValue() & 31));
        }
        return text.toString();
    }

    /** The days by which the dates of a patient move: whole weeks back, 1 to 521, so that days of the week stay; none for a pseudonym. */
    public int dayOffset(String patient) {
        return Integer.parseInt(remember("D", patient, value -> Integer.toString(deriveDayOffset(value))));
    }

    private int deriveDayOffset(String patient) {
        if (isPatientPseudonym(patient)) {
            return 0;
        }
        byte[] hash = hash("dates", patient);
        return -7 * (1 + new BigInteger(1, hash).mod(BigInteger.valueOf(WEEKS)).intValue());
    }

    private byte[] hash(String kind, String value) {
        mac().update(kind.getBytes(StandardCharsets.UTF_8));
        mac().update((byte) 0);
        return mac().doFinal(value.getBytes(StandardCharsets.UTF_8));
    }
}
