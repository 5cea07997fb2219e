package org.roentgen.dicom.cli;

import java.util.List;
import java.util.Map;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Dictionary;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.network.SopClass;

/**
 * Query keys on the command line: {@code KEYWORD}, {@code KEYWORD=VALUE}, eight hex digits in place of the keyword, and a
 * dot between a sequence and an attribute of its item.
 */
final class QueryKeys {
    static final Map<String, String> FIND_MODELS = Map.of(
            "study", SopClass.STUDY_ROOT_FIND,
            "patient", SopClass.PATIENT_ROOT_FIND,
            "worklist", SopClass.MODALITY_WORKLIST_FIND);
    static final Map<String, String> MOVE_MODELS =
            Map.of("study", SopClass.STUDY_ROOT_MOVE, "patient", SopClass.PATIENT_ROOT_MOVE);
    static final Map<String, String> GET_MODELS =
            Map.of("study", SopClass.STUDY_ROOT_GET, "patient", SopClass.PATIENT_ROOT_GET);

    private QueryKeys() {}

    /** The SOP class of {@code --model}, study by default. */
    static String model(Arguments arguments, Map<String, String> models) {
        String name = arguments.option("--model").orElse("study");
        String sopClass = models.get(name);
        if (sopClass == null) {
            throw new UsageException("--model '" + name + "' is none of " + String.join(", ", models.keySet()));
        }
        return sopClass;
    }

    /** The identifier of the keys that follow HOST and PORT, with {@code --level} where the model has levels. */
    static DataSet identifier(Arguments arguments) {
        DataSet.Builder builder = DataSet.builder();
        if (!arguments.option("--model").orElse("study").equals("worklist")) {
            builder.put(Tag.QueryRetrieveLevel, arguments.option("--level").orElse("STUDY"));
        }
        arguments.rest().forEach(key -> put(builder, key));
        return builder.build();
    }

    private static void put(DataSet.Builder builder, String key) {
        int equals = key.indexOf('=');
        String path = equals < 0 ? key : key.substring(0, equals);
        String value = equals < 0 ? "" : key.substring(equals + 1);
        put(builder, List.of(path.split("\\.")), value);
    }

    private static void put(DataSet.Builder builder, List<String> path, String value) {
        int tag = tag(path.getFirst());
        if (path.size() == 1) {
            builder.put(tag, value);
            return;
        }
        DataSet.Builder item = builder.build().item(tag).orElse(DataSet.EMPTY).toBuilder();
        put(item, path.subList(1, path.size()), value);
        builder.putItems(tag, item.build());
    }

    private static int tag(String name) {
        return name.matches("[0-9A-Fa-f]{8}")
                ? Integer.parseUnsignedInt(name, 16)
                : Dictionary.tag(name)
                        .orElseThrow(() -> new UsageException("'" + name + "' is no keyword of the dictionary"));
    }
}
