package org.roentgen.workflow.dataset;

import java.util.ArrayList;
import java.util.List;

/** Lines of comma-separated values (RFC 4180), without line breaks in fields. */
final class Csv {
    private Csv() {}

    static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int place = 0; place < line.length(); place++) {
            char character = line.charAt(place);
            boolean doubled = quoted && character == '"' && place + 1 < line.length() && line.charAt(place + 1) == '"';
            if (doubled) {
                field.append('"');
                place++;
            } else if (character == '"') {
                quoted = !quoted;
            } else if (character == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(character);
            }
        }
        fields.add(field.toString());
        return fields;
    }
}
