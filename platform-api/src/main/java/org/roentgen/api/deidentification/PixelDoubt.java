package org.roentgen.api.deidentification;

import com.fasterxml.jackson.core.type.TypeReference;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.roentgen.api.Json;
import org.roentgen.store.query.Row;

/**
 * An image of which a person has to say what in its pixels identifies people. Nothing of its series is released before.
 *
 * @param regions what was found, and would be blanked
 * @param alike how many more images of the same series and size wait
 */
public record PixelDoubt(
        UUID recordId,
        UUID instanceId,
        UUID studyId,
        String modality,
        String profile,
        Optional<String> cause,
        List<Region> regions,
        int rows,
        int columns,
        int frames,
        int alike,
        Instant at) {
    /** Images that nobody has decided on, of records that nothing has come after. */
    static final String WAITING = """
            deidentified_instance d join deidentification_record r on r.id = d.record_id and r.state = 'REFUSED'
                join instance i on i.id = d.instance_id join series e on e.id = i.series_id
            where d.doubtful and not exists (select 1 from pixel_decision p where p.instance_id = d.instance_id)
            """;

    static final String SELECT = """
            select d.record_id, d.instance_id, r.study_id, e.modality, r.profile, d.cause_message,
                cast(d.regions as text) as regions, i.rows, i.columns, i.frames, d.created_at,
                count(*) over (partition by d.record_id, i.rows, i.columns) - 1 as alike
            from
            """ + WAITING;

    static PixelDoubt of(Row row, Json json) {
        return new PixelDoubt(
                row.uuid("record_id"),
                row.uuid("instance_id"),
                row.uuid("study_id"),
                row.text("modality"),
                row.text("profile"),
                row.optionalText("cause_message"),
                json.read(row.text("regions"), new TypeReference<List<Region>>() {}),
                row.integer("rows"),
                row.integer("columns"),
                row.integer("frames"),
                row.integer("alike"),
                row.instant("created_at"));
    }
}
