package org.roentgen.workflow.deidentification;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.roentgen.dicom.deidentify.burnedin.Box;
import org.roentgen.workflow.database.Json;
import org.roentgen.workflow.database.Sql;

/** What people decided about the pixels of images in doubt. */
@ApplicationScoped
class PixelDecisions {
    /** @param regions rectangles of every frame that are blanked, and nothing else */
    record PixelDecision(List<Box> regions, String decidedBy) {
        PixelDecision {
            regions = List.copyOf(regions);
        }
    }

    private final Sql sql;
    private final Json json;

    PixelDecisions(Sql sql, Json json) {
        this.sql = sql;
        this.json = json;
    }

    Optional<PixelDecision> of(UUID instance) {
        return sql.first(
                "select regions::text as regions, decided_by from pixel_decision where instance_id = ?",
                row -> new PixelDecision(
                        json.read(row.text("regions"), new TypeReference<List<Box>>() {}), row.text("decided_by")),
                instance);
    }
}
