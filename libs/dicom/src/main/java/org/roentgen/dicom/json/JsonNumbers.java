package org.roentgen.dicom.json;

import java.util.regex.Pattern;

/** The number grammar of RFC 8259. */
final class JsonNumbers {
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?");

    private JsonNumbers() {}

    static boolean isNumber(String text) {
        return text.length() <= 64 && NUMBER.matcher(text).matches();
    }
}
