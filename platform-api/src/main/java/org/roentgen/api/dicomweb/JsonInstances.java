package org.roentgen.api.dicomweb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.roentgen.api.problem.ProblemException;
import org.roentgen.dicom.Bytes;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.Element;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.Tags;
import org.roentgen.dicom.TransferSyntax;
import org.roentgen.dicom.VR;
import org.roentgen.dicom.Value;
import org.roentgen.dicom.json.DicomJson;

/**
 * Instances of a STOW-RS request as DICOM JSON, their bulk data in parts of their own, which are kept in temporary files until
 * this is closed (PS3.18 section 10.5.1.3).
 */
final class JsonInstances implements AutoCloseable {
    private static final int LARGEST_METADATA = 64 << 20;
    private static final String PIXEL_DATA = Tags.hex(Tag.PixelData);
    private static final int META_GROUP = 2;

    private final ObjectMapper json;
    private final Path folder;
    private final List<JsonNode> metadata = new ArrayList<>();
    private final Map<String, BulkPart> bulkData = new HashMap<>();

    /** @param type its media type, with the transfer syntax of compressed pixel data */
    private record BulkPart(Path file, MediaRange type) {}

    private JsonInstances(ObjectMapper json) throws IOException {
        this.json = json;
        this.folder = Files.createTempDirectory("roentgen-stow");
    }

    /** Takes all parts of a request in. */
    static JsonInstances read(MultipartReader parts, ObjectMapper json) throws IOException {
        JsonInstances instances = new JsonInstances(json);
        try {
            for (Optional<MultipartReader.Part> part = parts.next(); part.isPresent(); part = parts.next()) {
                instances.add(part.get());
            }
            return instances;
        } catch (IOException | RuntimeException failure) {
            instances.close();
            throw failure;
        }
    }

    private void add(MultipartReader.Part part) throws IOException {
        MediaRange type = MediaRange.parse(part.contentType());
        if (type.type().equals(MediaTypes.DICOM_JSON)) {
            byte[] text = part.content().readNBytes(LARGEST_METADATA + 1);
            if (text.length > LARGEST_METADATA) {
                throw ProblemException.invalid("The metadata has more than " + LARGEST_METADATA + " bytes");
            }
            JsonNode node = json.readTree(text);
            if (node.isArray()) {
                node.forEach(metadata::add);
            } else {
                metadata.add(node);
            }
            return;
        }
        String location = part.headers().get("content-location");
        if (location == null) {
            throw ProblemException.invalid(
                    "A part with bulk data has no Content-Location that metadata could refer to");
        }
        Path file = folder.resolve(Integer.toString(bulkData.size()));
        Files.copy(part.content(), file);
        bulkData.put(location, new BulkPart(file, type));
    }

    /** The metadata of each instance. */
    List<JsonNode> metadata() {
        return metadata;
    }

    /** A text value of an instance's metadata, or empty text. */
    static String text(JsonNode instance, int tag) {
        return instance.path(Tags.hex(tag)).path("Value").path(0).asText("");
    }

    /**
     * Puts an instance together.
     *
     * @return its file
     * @throws IOException if the metadata is malformed, or refers to bulk data that did not come
     */
    Path file(JsonNode instance) throws IOException {
        DataSet dataSet = withoutMeta(DicomJson.read(new StringReader(instance.toString()), this::fetch));
        BulkPart pixels =
                bulkData.get(instance.path(PIXEL_DATA).path("BulkDataURI").asText(""));
        TransferSyntax syntax = pixels == null ? TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN : syntax(pixels.type());
        Path file = folder.resolve("instance");
        DicomFile.of(syntax.encapsulated() ? encapsulated(dataSet) : dataSet, syntax)
                .write(file);
        return file;
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    private byte[] fetch(String uri) throws IOException {
        BulkPart part = bulkData.get(uri);
        if (part == null) {
            throw new IOException("metadata refers to bulk data that no part has as its Content-Location");
        }
        return Files.readAllBytes(part.file());
    }

    /** What the media type means for pixel data: native values are in little endian, whatever else is said. */
    private static TransferSyntax syntax(MediaRange type) {
        return type.transferSyntax()
                .or(() -> MediaTypes.syntaxOf(type.type()))
                .flatMap(TransferSyntax::find)
                .filter(TransferSyntax::encapsulated)
                .orElse(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
    }

    private static DataSet withoutMeta(DataSet dataSet) {
        DataSet.Builder builder = dataSet.toBuilder();
        for (Element element : dataSet) {
            if (Tags.group(element.tag()) == META_GROUP) {
                builder.remove(element.tag());
            }
        }
        return builder.remove(Tag.AvailableTransferSyntaxUID).build();
    }

    private static DataSet encapsulated(DataSet dataSet) throws IOException {
        if (dataSet.integer(Tag.NumberOfFrames, 1) != 1) {
            throw new IOException(
                    "compressed pixel data of several frames cannot come as bulk data: send the instance as "
                            + MediaTypes.DICOM);
        }
        byte[] frame = dataSet.bytes(Tag.PixelData).orElseThrow();
        Bytes fragment = Bytes.copyOf(Arrays.copyOf(frame, frame.length + frame.length % 2));
        return dataSet.toBuilder()
                .putElement(new Element(Tag.PixelData, VR.OB, new Value.Fragments(Bytes.EMPTY, List.of(fragment))))
                .build();
    }
}
