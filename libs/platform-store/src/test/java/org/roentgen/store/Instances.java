package org.roentgen.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.roentgen.domain.archive.InstanceAttributes;
import org.roentgen.domain.archive.InstanceDescriptor;
import org.roentgen.domain.object.ObjectId;

/** Descriptors of invented instances. */
final class Instances {
    private Instances() {}

    /** An instance of a study, series and patient; the content decides the object id. */
    static InstanceDescriptor of(String patient, String study, String series, String instance, String content) {
        Map<Integer, String> attributes = Map.of(
                0x00100020,
                patient,
                0x00100010,
                patient.isEmpty() ? "" : "Invented^" + patient,
                0x0020000D,
                study,
                0x0020000E,
                series,
                0x00080018,
                instance,
                0x00080016,
                "1.2.840.10008.5.1.4.1.1.4",
                0x00080060,
                "MR",
                0x00200013,
                "7");
        return new Attributes(attributes, List.of()).describe(content);
    }

    /** A data set of texts, with the items of its Request Attributes Sequence. */
    record Attributes(Map<Integer, String> values, List<InstanceAttributes> requests) implements InstanceAttributes {
        InstanceDescriptor describe(String content) {
            return describe("1.2.840.10008.1.2.1", true, objectId(content), content.length());
        }

        @Override
        public Optional<String> text(int tag) {
            return Optional.ofNullable(values.get(tag));
        }

        @Override
        public List<InstanceAttributes> items(int tag) {
            return tag == 0x00400275 ? requests : List.of();
        }
    }

    private static ObjectId objectId(String content) {
        try {
            return new ObjectId(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8))));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
