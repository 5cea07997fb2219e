package org.roentgen.dicom;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Reads the generated tables that lie beside this class. */
final class DictionaryResource {
    private DictionaryResource() {}

    static void forEachLine(String name, Consumer<String> consumer) {
        InputStream stream = DictionaryResource.class.getResourceAsStream(name);
        if (stream == null) {
            throw new IllegalStateException("table " + name + " is not in the jar: run the generator and build again");
        }
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                consumer.accept(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Splits at the first separators, without regular expressions: the tables are read at every start. */
    static List<String> fields(String line, char separator, int most) {
        List<String> fields = new ArrayList<>(4);
        int from = 0;
        for (int at = line.indexOf(separator);
                at >= 0 && fields.size() < most - 1;
                at = line.indexOf(separator, from)) {
            fields.add(line.substring(from, at));
            from = at + 1;
        }
        fields.add(line.substring(from));
        return fields;
    }

    /** {@code US/SS} to its representations; {@code --} (no value of its own) to UN. */
    static List<VR> representations(String text) {
        if (text.equals("--")) {
            return List.of(VR.UN);
        }
        if (text.equals("OB/OW")) {
            return List.of(VR.OW, VR.OB);
        }
        return text.length() == 2
                ? List.of(VR.valueOf(text))
                : fields(text, '/', 4).stream().map(VR::valueOf).toList();
    }
}
