package org.roentgen.api.deidentification;

import java.util.Optional;
import org.roentgen.store.query.Row;

/**
 * What was done to one attribute of the instances of a series, without its value.
 *
 * @param path tags and item numbers from the data set inwards
 * @param name its keyword; empty for private and unknown attributes
 * @param instances how many have it
 * @param before keyed fingerprint of the original value, where all instances have the same
 * @param after keyed fingerprint of the value in its place, where all instances have the same
 */
public record AttributeRecord(
        String path, String name, String action, long instances, Optional<String> before, Optional<String> after) {
    static final String SELECT = """
            select a.value ->> 'path' as path, a.value ->> 'action' as action, count(*) as instances,
                case when count(distinct coalesce(a.value ->> 'before', '')) = 1 then min(a.value ->> 'before') end as before,
                case when count(distinct coalesce(a.value ->> 'after', '')) = 1 then min(a.value ->> 'after') end as after
            from deidentified_instance i cross join jsonb_array_elements(i.actions) a
            where i.record_id = :record group by 1, 2 order by 1, 2
            """;

    static AttributeRecord of(Row row) {
        return new AttributeRecord(
                row.text("path"),
                AttributePaths.name(row.text("path")),
                row.text("action"),
                row.number("instances"),
                row.optionalText("before"),
                row.optionalText("after"));
    }
}
