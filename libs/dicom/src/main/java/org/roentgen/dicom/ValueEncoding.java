package org.roentgen.dicom;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Java values to the value of an element. */
final class ValueEncoding {
    private ValueEncoding() {}

    static Value text(int tag, VR vr, String... values) {
        if (!vr.isString()) {
            return binary(tag, vr, values);
        }
        if (vr.isMultiValued()) {
            for (String value : values) {
                if (value.indexOf('\\') >= 0) {
                    throw new IllegalArgumentException("a value of " + Tags.format(tag)
                            + " holds a backslash, which separates values: pass the values one by one");
                }
            }
        }
        String joined = String.join("\\", values);
        return joined.chars().allMatch(c -> c < 0x80)
                ? Bytes.wrap(joined.getBytes(StandardCharsets.US_ASCII))
                : new Value.Text(List.of(values));
    }

    private static Value binary(int tag, VR vr, String... values) {
        if (values.length == 0) {
            return vr.isSequence() ? new Value.Items(List.of(), false) : Bytes.EMPTY;
        }
        return switch (vr) {
            case AT ->
                Numbers.encode(
                        vr,
                        Arrays.stream(values)
                                .mapToLong(text -> Integer.toUnsignedLong(tag(tag, text)))
                                .toArray());
            case FL, FD, OF, OD ->
                Numbers.encode(
                        vr,
                        Arrays.stream(values).mapToDouble(Double::parseDouble).toArray());
            case US, SS, UL, SL, SV ->
                Numbers.encode(
                        vr, Arrays.stream(values).mapToLong(Long::parseLong).toArray());
            case UV ->
                Numbers.encode(
                        vr,
                        Arrays.stream(values).mapToLong(Long::parseUnsignedLong).toArray());
            default ->
                throw new IllegalArgumentException(
                        Tags.format(tag) + " has VR " + vr + ", which text cannot give: use putBytes or putItems");
        };
    }

    private static int tag(int element, String text) {
        return Tags.parse(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        Tags.format(element) + " holds tags, as 00100020 or keyword; its value is neither"));
    }

    static Value integers(int tag, VR vr, long[] values) {
        if (Numbers.isBinary(vr)) {
            return Numbers.encode(vr, values);
        }
        requireNumberText(tag, vr);
        return text(tag, vr, Arrays.stream(values).mapToObj(Long::toString).toArray(String[]::new));
    }

    static Value decimals(int tag, VR vr, double[] values) {
        if (vr == VR.FL || vr == VR.FD || vr == VR.OF || vr == VR.OD) {
            return Numbers.encode(vr, values);
        }
        requireNumberText(tag, vr);
        return text(
                tag, vr, Arrays.stream(values).mapToObj(Numbers::decimalString).toArray(String[]::new));
    }

    private static void requireNumberText(int tag, VR vr) {
        if (!vr.isString()) {
            throw new IllegalArgumentException(Tags.format(tag) + " has VR " + vr + ", which holds no such numbers");
        }
    }
}
