package org.roentgen.api.dicomweb;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.roentgen.api.problem.ProblemException;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Dictionary;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.Tags;
import org.roentgen.dicom.json.BulkDataUris;
import org.roentgen.dicom.json.DicomJson;
import org.roentgen.store.query.Queries;
import org.roentgen.store.query.Row;

/** Answers queries from the archive's columns; every column is returned, whatever fields are asked for. */
@ApplicationScoped
public class Search {
    private static final int MOST = 5_000;
    private static final Set<String> CONTROLS = Set.of("limit", "offset", "includefield", "fuzzymatching");

    private final Queries queries;

    Search(Queries queries) {
        this.queries = queries;
    }

    /** @return a DICOM JSON array */
    @Transactional
    public String find(QueryLevel level, MultivaluedMap<String, String> parameters) {
        QueryCondition condition = new QueryCondition();
        boolean fuzzy = "true".equals(parameters.getFirst("fuzzymatching"));
        for (Map.Entry<String, List<String>> parameter : parameters.entrySet()) {
            String value = parameter.getValue().getFirst();
            if (!CONTROLS.contains(parameter.getKey()) && !value.isEmpty()) {
                condition.add(attribute(parameter.getKey(), level), value, fuzzy);
            }
        }
        List<QueryAttribute> attributes = QueryAttribute.upTo(level);
        String columns = attributes.stream()
                .map(attribute -> "cast(" + attribute.column() + " as text) as "
                        + attribute.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        String sql = "select " + columns + from(level) + condition.where() + order(level) + " limit "
                + number(parameters, "limit", MOST) + " offset " + number(parameters, "offset", 0);
        return queries.list(sql, condition.parameters(), row -> dataSet(row, attributes)).stream()
                .map(found -> DicomJson.format(found, BulkDataUris.NONE))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String from(QueryLevel level) {
        String studies = " from study s join patient p on p.id = s.patient_id";
        return switch (level) {
            case STUDY -> studies;
            case SERIES -> studies + " join series e on e.study_id = s.id";
            case INSTANCE -> studies + " join series e on e.study_id = s.id join instance i on i.series_id = e.id";
        };
    }

    private static String order(QueryLevel level) {
        return switch (level) {
            case STUDY -> " order by s.study_date desc, s.study_time desc, s.study_instance_uid";
            case SERIES -> " order by s.study_instance_uid, e.series_number, e.series_instance_uid";
            case INSTANCE ->
                " order by s.study_instance_uid, e.series_number, e.series_instance_uid, i.instance_number, i.sop_instance_uid";
        };
    }

    private static QueryAttribute attribute(String name, QueryLevel level) {
        OptionalInt byKeyword = Dictionary.tag(name);
        OptionalInt tag = byKeyword.isPresent() ? byKeyword : Tags.parse(name);
        if (tag.isEmpty()) {
            throw ProblemException.invalid("'" + name + "' is neither a keyword nor a tag of PS3.6");
        }
        return QueryAttribute.of(tag.getAsInt(), level)
                .orElseThrow(() -> ProblemException.invalid(
                        "'" + name + "' is not matched at level " + level + "; see the conformance statement"));
    }

    private static DataSet dataSet(Row row, List<QueryAttribute> attributes) {
        DataSet.Builder found = DataSet.builder().put(Tag.SpecificCharacterSet, "ISO_IR 192");
        for (QueryAttribute attribute : attributes) {
            String value =
                    row.optionalText(attribute.name().toLowerCase(Locale.ROOT)).orElse("");
            found.put(attribute.tag(), value.isEmpty() ? new String[0] : value.split("\\\\", -1));
        }
        return found.put(Tag.InstanceAvailability, "ONLINE")
                .put(Tag.RetrieveURL, url(row))
                .build();
    }

    private static String url(Row row) {
        return "/dicom-web/studies/" + row.text("study_instance_uid");
    }

    private static int number(MultivaluedMap<String, String> parameters, String name, int otherwise) {
        String text = parameters.getFirst(name);
        if (text == null) {
            return otherwise;
        }
        if (!text.matches("[0-9]{1,9}")) {
            throw ProblemException.invalid(name + " '" + text + "' is not a whole number");
        }
        return Math.min(Integer.parseInt(text), name.equals("limit") ? MOST : Integer.MAX_VALUE);
    }
}
