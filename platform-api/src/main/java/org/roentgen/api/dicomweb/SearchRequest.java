package org.roentgen.api.dicomweb;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.roentgen.api.problem.ProblemException;
import org.roentgen.dicom.Dictionary;
import org.roentgen.dicom.Tags;
import org.roentgen.store.search.ArchiveQuery;
import org.roentgen.store.search.Matching;
import org.roentgen.store.search.SearchAttribute;
import org.roentgen.store.search.SearchKey;
import org.roentgen.store.search.SearchLevel;

/**
 * The parameters of a QIDO-RS request (PS3.18 section 8.3.4).
 *
 * @param fromFiles tags that are not in the archive's columns, to be read from the files of instances
 */
record SearchRequest(ArchiveQuery query, Set<Integer> fromFiles) {
    static final int MOST = 5_000;

    static SearchRequest of(SearchLevel level, MultivaluedMap<String, String> parameters) {
        return new Reader(level).read(parameters);
    }

    /** A keyword or tag, or two joined by a dot: an attribute in a sequence. */
    private record AttributePath(int sequence, int tag) {
        static AttributePath of(String name) {
            int dot = name.indexOf('.');
            return dot < 0
                    ? new AttributePath(SearchAttribute.NO_SEQUENCE, tag(name))
                    : new AttributePath(tag(name.substring(0, dot)), tag(name.substring(dot + 1)));
        }

        private static int tag(String name) {
            OptionalInt byKeyword = Dictionary.tag(name);
            OptionalInt tag = byKeyword.isPresent() ? byKeyword : Tags.parse(name);
            return tag.orElseThrow(
                    () -> ProblemException.invalid("'" + name + "' is neither a keyword nor a tag of PS3.6"));
        }
    }

    private static final class Reader {
        private final SearchLevel level;
        private final List<SearchKey> keys = new ArrayList<>();
        private final Set<SearchAttribute> returned = EnumSet.noneOf(SearchAttribute.class);
        private final Set<Integer> fromFiles = new HashSet<>();
        private boolean fuzzy;
        private int limit = MOST;
        private int offset;

        Reader(SearchLevel level) {
            this.level = level;
            SearchAttribute.upTo(level).stream()
                    .filter(attribute -> !attribute.isAggregate() || attribute.level() == level)
                    .filter(attribute -> attribute != SearchAttribute.SOP_CLASSES_IN_STUDY)
                    .forEach(returned::add);
        }

        SearchRequest read(MultivaluedMap<String, String> parameters) {
            for (Map.Entry<String, List<String>> parameter : parameters.entrySet()) {
                String name = parameter.getKey();
                List<String> values = parameter.getValue();
                switch (name) {
                    case "limit" -> limit = Math.min(number(name, values), MOST);
                    case "offset" -> offset = number(name, values);
                    case "fuzzymatching" -> fuzzy = flag(name, values);
                    case "includefield" -> values.forEach(this::include);
                    default -> addKey(name, values);
                }
            }
            return new SearchRequest(new ArchiveQuery(level, keys, returned, fuzzy, offset, limit), fromFiles);
        }

        private void addKey(String name, List<String> values) {
            AttributePath path = AttributePath.of(name);
            SearchAttribute attribute = SearchAttribute.find(path.sequence(), path.tag(), level)
                    .filter(known -> known.matching() != Matching.NONE)
                    .orElseThrow(() -> ProblemException.invalid(
                            "'" + name + "' is not matched at level " + level + "; see the conformance statement"));
            boolean isList = attribute.matching() == Matching.UID || attribute.matching() == Matching.OF_INSTANCES;
            keys.add(new SearchKey(
                    attribute,
                    values.stream()
                            .flatMap(value -> Arrays.stream(isList ? value.split("[,\\\\]") : new String[] {value}))
                            .toList()));
        }

        private void include(String list) {
            for (String name : list.split(",")) {
                if (name.equals("all")) {
                    returned.addAll(SearchAttribute.upTo(level));
                } else {
                    include(AttributePath.of(name));
                }
            }
        }

        private void include(AttributePath path) {
            List<SearchAttribute> known = SearchAttribute.upTo(level).stream()
                    .filter(attribute -> attribute.tag() == path.tag() || attribute.sequence() == path.tag())
                    .toList();
            if (!known.isEmpty()) {
                returned.addAll(known);
            } else if (level == SearchLevel.INSTANCE && !isBulk(path.tag())) {
                fromFiles.add(path.sequence() == SearchAttribute.NO_SEQUENCE ? path.tag() : path.sequence());
            }
        }

        private static boolean isBulk(int tag) {
            return Dictionary.vr(tag).isBulk();
        }

        private static int number(String name, List<String> values) {
            String text = values.getFirst();
            if (values.size() > 1 || !text.matches("[0-9]{1,9}")) {
                throw ProblemException.invalid(name + " '" + String.join(",", values) + "' is not one whole number");
            }
            return Integer.parseInt(text);
        }

        private static boolean flag(String name, List<String> values) {
            String text = values.getFirst();
            if (values.size() > 1 || !text.equals("true") && !text.equals("false")) {
                throw ProblemException.invalid(name + " '" + String.join(",", values) + "' must be true or false");
            }
            return text.equals("true");
        }
    }
}
