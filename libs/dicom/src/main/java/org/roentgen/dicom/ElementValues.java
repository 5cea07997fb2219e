package org.roentgen.dicom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Turns the value of an element into Java values. */
final class ElementValues {
    private ElementValues() {}

    /** The VR by which the value is to be read: that of the dictionary for an UN of defined length (PS3.5 6.2.2). */
    static VR effectiveVr(DataSet dataSet, Element element) {
        if (element.vr() != VR.UN) {
            return element.vr();
        }
        if (Tags.isPrivate(element.tag()) && !Tags.isPrivateCreator(element.tag())) {
            return dataSet.privateCreator(element.tag())
                    .flatMap(creator -> Dictionary.find(element.tag(), creator))
                    .map(DictionaryEntry::vr)
                    .orElse(VR.UN);
        }
        return Dictionary.vr(element.tag());
    }

    static Bytes bytes(DataSet dataSet, Element element) {
        return switch (element.value()) {
            case Bytes bytes -> bytes;
            case Bulk bulk -> load(bulk);
            case Value.Text text -> TextEncoding.encode(element, text, dataSet.characterSets());
            case Value.Items ignored -> Bytes.EMPTY;
            case Value.Fragments ignored -> Bytes.EMPTY;
        };
    }

    private static Bytes load(Bulk bulk) {
        try {
            return Bytes.wrap(bulk.toBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> strings(DataSet dataSet, Element element) {
        if (element.value() instanceof Value.Text text) {
            return text.values();
        }
        VR vr = effectiveVr(dataSet, element);
        Bytes bytes = bytes(dataSet, element);
        if (bytes.size == 0) {
            return List.of();
        }
        if (vr.isString()) {
            String decoded = vr.usesCharacterSet()
                    ? dataSet.characterSets().decode(bytes.array, bytes.start, bytes.start + bytes.size)
                    : new String(bytes.array, bytes.start, bytes.size, StandardCharsets.ISO_8859_1);
            return split(vr, decoded);
        }
        return numberStrings(vr, bytes);
    }

    private static List<String> numberStrings(VR vr, Bytes bytes) {
        if (!Numbers.isBinary(vr)) {
            return List.of();
        }
        int count = Numbers.count(vr, bytes);
        List<String> values = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            values.add(numberString(vr, bytes, i));
        }
        return values;
    }

    private static String numberString(VR vr, Bytes bytes, int index) {
        return switch (vr) {
            case AT -> Tags.hex((int) Numbers.integer(vr, bytes, index));
            case UV, OV -> Long.toUnsignedString(Numbers.integer(vr, bytes, index));
            case FL, OF -> Float.toString((float) Numbers.decimal(vr, bytes, index));
            case FD, OD -> Double.toString(Numbers.decimal(vr, bytes, index));
            default -> Long.toString(Numbers.integer(vr, bytes, index));
        };
    }

    static List<String> split(VR vr, String text) {
        if (!vr.isMultiValued()) {
            String value = trimEnd(text);
            return value.isEmpty() ? List.of() : List.of(value);
        }
        if (text.indexOf('\\') < 0) {
            String value = trim(vr, text);
            return value.isEmpty() ? List.of() : List.of(value);
        }
        return DictionaryResource.fields(text, '\\', Integer.MAX_VALUE - 8).stream()
                .map(part -> trim(vr, part))
                .toList();
    }

    private static String trim(VR vr, String text) {
        int start = 0;
        while (vr != VR.UC && start < text.length() && text.charAt(start) == ' ') {
            start++;
        }
        return trimEnd(text.substring(start));
    }

    private static String trimEnd(String text) {
        int end = text.length();
        while (end > 0 && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == 0)) {
            end--;
        }
        return text.substring(0, end);
    }

    static int[] integers(DataSet dataSet, Element element) {
        VR vr = effectiveVr(dataSet, element);
        return Numbers.isBinary(vr)
                ? Numbers.integers(vr, bytes(dataSet, element))
                : Numbers.integers(strings(dataSet, element));
    }

    static double[] decimals(DataSet dataSet, Element element) {
        VR vr = effectiveVr(dataSet, element);
        return Numbers.isBinary(vr)
                ? Numbers.decimals(vr, bytes(dataSet, element))
                : Numbers.decimals(strings(dataSet, element));
    }

    static List<DataSet> items(DataSet dataSet, Element element) {
        if (element.value() instanceof Value.Items items) {
            return items.items();
        }
        if (element.vr() != VR.UN || effectiveVr(dataSet, element) != VR.SQ) {
            return List.of();
        }
        Bytes bytes = bytes(dataSet, element);
        try {
            return DataSetReader.readItems(bytes, dataSet.characterSets());
        } catch (IOException e) {
            return List.of();
        }
    }
}
