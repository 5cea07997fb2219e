package org.roentgen.dicom.json;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Element;
import org.roentgen.dicom.PersonName;
import org.roentgen.dicom.Tags;
import org.roentgen.dicom.VR;
import org.roentgen.dicom.Value;

/** Writes the objects of PS3.18 section F.2. */
final class DataSetJsonWriter {
    private static final int ITEM = 0xFFFEE000;

    private final JsonOutput json;
    private final BulkDataUris uris;
    private final StringBuilder path = new StringBuilder();

    DataSetJsonWriter(JsonOutput json, BulkDataUris uris) {
        this.json = json;
        this.uris = uris;
    }

    void write(DataSet dataSet) throws IOException {
        json.open('{');
        for (Element element : dataSet) {
            if (!Tags.isGroupLength(element.tag())) {
                write(dataSet, element);
            }
        }
        json.close('}');
    }

    private void write(DataSet dataSet, Element element) throws IOException {
        VR vr = dataSet.vr(element);
        String tag = Tags.hex(element.tag());
        json.name(tag);
        json.open('{');
        json.name("vr");
        json.string(vr.name());
        int before = path.length();
        path.append(before == 0 ? "" : "/").append(tag);
        if (vr.isSequence()) {
            writeItems(dataSet.items(element.tag()));
        } else if (vr.isBulk()) {
            writeBinary(element);
        } else {
            writeValues(vr, values(vr, dataSet, element));
        }
        path.setLength(before);
        json.close('}');
    }

    /** FL as the decimal that is exactly the float, which readers of double precision take back unchanged. */
    private static List<String> values(VR vr, DataSet dataSet, Element element) {
        return vr == VR.FL
                ? Arrays.stream(dataSet.decimals(element.tag()))
                        .mapToObj(Double::toString)
                        .toList()
                : dataSet.strings(element);
    }

    private static boolean isEmpty(VR vr, String value) {
        return value.isEmpty()
                || vr == VR.PN && PersonName.parse(value).format().isEmpty();
    }

    private void writeItems(List<DataSet> items) throws IOException {
        if (items.isEmpty()) {
            return;
        }
        json.name("Value");
        json.open('[');
        for (int i = 0; i < items.size(); i++) {
            int before = path.length();
            path.append('/').append(i);
            write(items.get(i));
            path.setLength(before);
        }
        json.close(']');
    }

    private void writeValues(VR vr, List<String> values) throws IOException {
        if (values.stream().allMatch(value -> isEmpty(vr, value))) {
            return;
        }
        json.name("Value");
        json.open('[');
        for (String value : values) {
            if (isEmpty(vr, value)) {
                json.raw("null");
            } else {
                writeValue(vr, value);
            }
        }
        json.close(']');
    }

    private void writeValue(VR vr, String value) throws IOException {
        switch (vr) {
            case PN -> writeName(PersonName.parse(value));
            case DS, IS, FL, FD, SL, SS, SV, UL, US, UV -> writeNumber(value);
            default -> json.string(value);
        }
    }

    private void writeNumber(String value) throws IOException {
        if (JsonNumbers.isNumber(value)) {
            json.raw(value);
            return;
        }
        try {
            json.raw(new BigDecimal(value).toString());
        } catch (NumberFormatException e) {
            json.string(value);
        }
    }

    private void writeName(PersonName name) throws IOException {
        json.open('{');
        writeGroup("Alphabetic", name.alphabetic());
        writeGroup("Ideographic", name.ideographic());
        writeGroup("Phonetic", name.phonetic());
        json.close('}');
    }

    private void writeGroup(String group, PersonName.Components components) throws IOException {
        if (!components.isEmpty()) {
            json.name(group);
            json.string(components.format());
        }
    }

    private void writeBinary(Element element) throws IOException {
        switch (element.value()) {
            case Value.Data data -> writeBinary(data.length(), data);
            case Value.Fragments fragments -> writeFragments(fragments);
            case Value.Text ignored -> {}
            case Value.Items ignored -> {}
        }
    }

    private void writeBinary(long length, Value.Data data) throws IOException {
        if (length > 0 && !writeUri(length)) {
            writeInline(data.toBytes());
        }
    }

    private void writeFragments(Value.Fragments value) throws IOException {
        long length = 8 + value.offsetTable().length();
        for (Value.Data fragment : value.fragments()) {
            length += 8 + fragment.length();
        }
        if (writeUri(length)) {
            return;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        append(out, value.offsetTable());
        for (Value.Data fragment : value.fragments()) {
            append(out, fragment);
        }
        writeInline(out.toByteArray());
    }

    private static void append(ByteArrayOutputStream out, Value.Data fragment) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
        header.putInt(Integer.rotateLeft(ITEM, 16)).putInt((int) fragment.length());
        out.writeBytes(header.array());
        try (InputStream in = fragment.open()) {
            in.transferTo(out);
        }
    }

    private boolean writeUri(long length) throws IOException {
        Optional<String> uri = uris.uri(path.toString(), length);
        if (uri.isPresent()) {
            json.name("BulkDataURI");
            json.string(uri.get());
        }
        return uri.isPresent();
    }

    private void writeInline(byte[] bytes) throws IOException {
        json.name("InlineBinary");
        json.string(Base64.getEncoder().encodeToString(bytes));
    }
}
