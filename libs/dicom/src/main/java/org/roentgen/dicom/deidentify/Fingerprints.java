package org.roentgen.dicom.deidentify;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.DataSetWriter;
import org.roentgen.dicom.Element;
import org.roentgen.dicom.Tags;
import org.roentgen.dicom.TransferSyntax;
import org.roentgen.dicom.VR;
import org.roentgen.dicom.Value;

/**
 * Keyed fingerprints of the values of attributes: who holds the key and a value can prove what was there before and after, who
 * does not learns nothing. Equal values have other fingerprints in another attribute and in another scope, so that rare and
 * frequent values cannot be told apart. Not safe for use by several threads.
 */
public final class Fingerprints {
    private static final int BYTES = 16;
    private static final Pattern SEGMENT = Pattern.compile("(\\([0-9A-Fa-f]{4},[0-9A-Fa-f]{4}\\))(?:\\[(\\d+)])?");

    private final Mac mac;
    private final String scope;

    /** @param scope within which equal values of an attribute are recognised, such as a study's pseudonym */
    public Fingerprints(PseudonymKey key, String scope) {
        this.mac = key.mac();
        this.scope = scope;
    }

    /** Names a key without telling it: 16 hexadecimal digits. */
    public static String keyId(PseudonymKey key) {
        byte[] hash = key.mac().doFinal("key id".getBytes(StandardCharsets.US_ASCII));
        return HexFormat.of().formatHex(hash, 0, 8);
    }

    /**
     * The first 128 bits of HMAC-SHA256 over {@code "value" NUL scope NUL path NUL value}, in base64url. Of text the value is
     * UTF-8 without padding, several values joined by backslashes; of numbers and pixels the bytes in little-endian order; of a
     * sequence its items in Explicit VR Little Endian.
     *
     * @param path as in {@link AttributeAction}
     * @return empty where the attribute is absent or empty
     * @throws UncheckedIOException if a value on disk cannot be read
     */
    public Optional<String> of(DataSet dataSet, String path) {
        DataSet holder = dataSet;
        Matcher segment = SEGMENT.matcher(path);
        while (segment.find()) {
            int tag = Tags.parse(segment.group(1)).orElseThrow();
            if (segment.group(2) == null) {
                return of(holder, tag, path);
            }
            List<DataSet> items = holder.items(tag);
            int index = Integer.parseInt(segment.group(2));
            if (index >= items.size()) {
                return Optional.empty();
            }
            holder = items.get(index);
        }
        return Optional.empty();
    }

    private Optional<String> of(DataSet dataSet, int tag, String path) {
        Optional<Element> element = dataSet.element(tag).filter(found -> !found.isEmpty());
        if (element.isEmpty()) {
            return Optional.empty();
        }
        for (String part : List.of("value", scope, path)) {
            mac.update(part.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
        }
        try {
            update(dataSet, element.get());
        } catch (IOException e) {
            mac.reset();
            throw new UncheckedIOException(e);
        }
        byte[] hash = Arrays.copyOf(mac.doFinal(), BYTES);
        return Optional.of(Base64.getUrlEncoder().withoutPadding().encodeToString(hash));
    }

    private void update(DataSet dataSet, Element element) throws IOException {
        VR vr = dataSet.vr(element);
        if (vr.isString()) {
            mac.update(String.join("\\", dataSet.strings(element)).getBytes(StandardCharsets.UTF_8));
            return;
        }
        OutputStream sink = new MacStream(mac);
        switch (element.value()) {
            case Value.Text _ -> mac.update(dataSet.data(element).buffer());
            case Value.Data data -> copy(data, sink);
            case Value.Items items -> {
                for (DataSet item : items.items()) {
                    DataSetWriter.write(item, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, sink);
                }
            }
            case Value.Fragments fragments -> {
                for (Value.Data fragment : fragments.fragments()) {
                    copy(fragment, sink);
                }
            }
        }
    }

    private static void copy(Value.Data data, OutputStream sink) throws IOException {
        try (var stream = data.open()) {
            stream.transferTo(sink);
        }
    }

    private static final class MacStream extends OutputStream {
        private final Mac mac;

        MacStream(Mac mac) {
            this.mac = mac;
        }

        @Override
        public void write(int value) {
            mac.update((byte) value);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            mac.update(bytes, offset, length);
        }
    }
}
