package org.roentgen.dicom.json;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Dictionary;
import org.roentgen.dicom.Tags;
import org.roentgen.dicom.VR;

/** Builds data sets from the objects of PS3.18 section F.2. */
final class DataSetJsonReader {
    private final BulkDataSource bulkData;

    DataSetJsonReader(BulkDataSource bulkData) {
        this.bulkData = bulkData;
    }

    List<DataSet> dataSets(JsonNode node) throws IOException {
        if (!(node instanceof JsonNode.Elements(List<JsonNode> elements))) {
            return List.of(dataSet(node));
        }
        List<DataSet> dataSets = new ArrayList<>(elements.size());
        for (JsonNode element : elements) {
            dataSets.add(dataSet(element));
        }
        return dataSets;
    }

    DataSet dataSet(JsonNode node) throws IOException {
        DataSet.Builder builder = DataSet.builder();
        for (Map.Entry<String, JsonNode> member : members(node, "a data set").entrySet()) {
            String name = member.getKey();
            int tag = Tags.parse(name)
                    .orElseThrow(() -> new MalformedJsonException("a member name of " + name.length()
                            + " characters is no tag: eight hexadecimal digits are"));
            add(builder, tag, members(member.getValue(), Tags.format(tag)));
        }
        return builder.build();
    }

    private void add(DataSet.Builder builder, int tag, Map<String, JsonNode> attribute) throws IOException {
        VR vr = vr(tag, attribute.get("vr"));
        JsonNode inline = attribute.get("InlineBinary");
        JsonNode uri = attribute.get("BulkDataURI");
        if (inline != null) {
            builder.putBytes(tag, vr, decode(tag, text(tag, inline)));
        } else if (uri != null) {
            builder.putBytes(tag, vr, bulkData.fetch(text(tag, uri)));
        } else {
            put(builder, tag, vr, values(tag, attribute.get("Value")));
        }
    }

    private void put(DataSet.Builder builder, int tag, VR vr, List<JsonNode> values) throws IOException {
        if (vr.isSequence()) {
            List<DataSet> items = new ArrayList<>(values.size());
            for (JsonNode value : values) {
                items.add(value == JsonNode.Word.NULL ? DataSet.EMPTY : dataSet(value));
            }
            builder.putItems(tag, items);
            return;
        }
        if (vr.isBulk()) {
            if (!values.isEmpty()) {
                throw new MalformedJsonException(
                        Tags.format(tag) + " has VR " + vr + ", which stands as InlineBinary or BulkDataURI");
            }
            builder.putBytes(tag, vr, new byte[0]);
            return;
        }
        String[] texts = new String[values.size()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = scalar(tag, values.get(i));
        }
        try {
            builder.put(tag, vr, texts);
        } catch (IllegalArgumentException e) {
            throw new MalformedJsonException(Tags.format(tag) + " has a value that VR " + vr + " cannot hold");
        }
    }

    private static String scalar(int tag, JsonNode node) throws MalformedJsonException {
        return switch (node) {
            case JsonNode.Text text -> text.value();
            case JsonNode.Number number -> number.literal();
            case JsonNode.Members members -> name(tag, members.members());
            case JsonNode.Word word when word == JsonNode.Word.NULL -> "";
            default ->
                throw new MalformedJsonException(Tags.format(tag) + " has a value that is no text and no number");
        };
    }

    private static String name(int tag, Map<String, JsonNode> groups) throws MalformedJsonException {
        String name = group(tag, groups, "Alphabetic") + "=" + group(tag, groups, "Ideographic") + "="
                + group(tag, groups, "Phonetic");
        int end = name.length();
        while (end > 0 && name.charAt(end - 1) == '=') {
            end--;
        }
        return name.substring(0, end);
    }

    private static String group(int tag, Map<String, JsonNode> groups, String name) throws MalformedJsonException {
        JsonNode node = groups.get(name);
        return node == null ? "" : text(tag, node);
    }

    private static VR vr(int tag, @Nullable JsonNode node) throws MalformedJsonException {
        if (node == null) {
            return Dictionary.vr(tag);
        }
        String name = text(tag, node);
        for (VR vr : VR.values()) {
            if (vr.name().equals(name)) {
                return vr;
            }
        }
        throw new MalformedJsonException(Tags.format(tag) + " has a VR that the standard does not define");
    }

    private static byte[] decode(int tag, String base64) throws MalformedJsonException {
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new MalformedJsonException(Tags.format(tag) + " has an InlineBinary that is no Base64");
        }
    }

    private static List<JsonNode> values(int tag, @Nullable JsonNode node) throws MalformedJsonException {
        if (node == null || node == JsonNode.Word.NULL) {
            return List.of();
        }
        if (node instanceof JsonNode.Elements(List<JsonNode> elements)) {
            return elements;
        }
        throw new MalformedJsonException(Tags.format(tag) + " has a Value that is no array");
    }

    private static String text(int tag, JsonNode node) throws MalformedJsonException {
        if (node instanceof JsonNode.Text(String value)) {
            return value;
        }
        throw new MalformedJsonException(Tags.format(tag) + " has a member that should be text");
    }

    private static Map<String, JsonNode> members(JsonNode node, String where) throws MalformedJsonException {
        if (node instanceof JsonNode.Members(Map<String, JsonNode> members)) {
            return members;
        }
        throw new MalformedJsonException(where + " is no object");
    }
}
