package org.roentgen.store.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.roentgen.domain.error.ErrorCode;
import org.roentgen.domain.error.RoentgenException;
import org.roentgen.store.query.Queries;

/** Answers queries from the archive's columns: received and derived instances alike. */
@ApplicationScoped
public class ArchiveSearch {
    private final Queries queries;

    ArchiveSearch(Queries queries) {
        this.queries = queries;
    }

    /**
     * The entities that have all the keys.
     *
     * @throws RoentgenException {@link ErrorCode#INVALID_QUERY} if the value of a key has not the form that it needs
     */
    public List<ArchiveMatch> find(ArchiveQuery query) {
        Conditions conditions = conditions(query.keys(), query.fuzzyNames());
        List<SearchAttribute> returned = query.returned().stream().sorted().toList();
        String columns = returned.stream()
                .map(attribute -> attribute.selected() + " as " + alias(attribute))
                .collect(Collectors.joining(", "));
        String sql = "select " + (columns.isEmpty() ? "1 as matches" : columns)
                + query.level().from()
                + conditions.where()
                + query.level().order() + " limit " + query.limit() + " offset " + query.offset();
        return queries.list(
                sql,
                conditions.parameters(),
                row -> ArchiveMatch.of(returned, attribute -> row.optionalText(alias(attribute))
                        .orElse("")));
    }

    /**
     * How many entities have all the keys, whatever the query's offset and limit.
     *
     * @throws RoentgenException {@link ErrorCode#INVALID_QUERY} as {@link #find} throws it
     */
    public long count(ArchiveQuery query) {
        Conditions conditions = conditions(query.keys(), query.fuzzyNames());
        return queries.count("select count(*)" + query.level().from() + conditions.where(), conditions.parameters());
    }

    /**
     * The instances that have all the keys, in the order of study, series and instance number.
     *
     * @throws RoentgenException {@link ErrorCode#INVALID_QUERY} as {@link #find} throws it
     */
    public List<ArchivedInstance> instances(List<SearchKey> keys) {
        Conditions conditions = conditions(keys, false);
        return queries.list(
                "select " + ArchivedInstance.COLUMNS + SearchLevel.INSTANCE.from() + conditions.where()
                        + SearchLevel.INSTANCE.order(),
                conditions.parameters(),
                ArchivedInstance::of);
    }

    private static Conditions conditions(List<SearchKey> keys, boolean fuzzyNames) {
        Conditions conditions = new Conditions(fuzzyNames);
        keys.forEach(conditions::add);
        return conditions;
    }

    private static String alias(SearchAttribute attribute) {
        return attribute.name().toLowerCase(Locale.ROOT);
    }
}
