package org.roentgen.workflow.deidentification;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.roentgen.domain.error.ErrorCode;
import org.roentgen.domain.error.RoentgenException;
import org.roentgen.workflow.database.Json;
import org.roentgen.workflow.database.Sql;

/** Which pseudonym stands for which original. */
@ApplicationScoped
public class Crosswalk {
    /** Pseudonym to original. */
    record Mappings(Map<String, String> uids, Map<String, String> patientIds, Map<String, String> accessionNumbers) {}

    private final Sql sql;
    private final Json json;

    Crosswalk(Sql sql, Json json) {
        this.sql = sql;
        this.json = json;
    }

    /** Adds what is not there yet, in the caller's transaction. */
    void add(Mappings mappings) {
        add("UID", mappings.uids());
        add("PATIENT_ID", mappings.patientIds());
        add("ACCESSION_NUMBER", mappings.accessionNumbers());
    }

    /** @throws RoentgenException INTERNAL_ERROR if the pseudonym is unknown */
    public String originalUid(String pseudonym) {
        return sql.first(
                        "select original from pseudonym where kind = 'UID' and pseudonym = ?",
                        row -> row.text("original"),
                        pseudonym)
                .orElseThrow(() -> new RoentgenException(
                        ErrorCode.INTERNAL_ERROR, "The result names the UID " + pseudonym + ", which is no pseudonym"));
    }

    /** In the order of the pseudonyms, so that two transactions never wait for each other in a circle. */
    private void add(String kind, Map<String, String> originals) {
        if (!originals.isEmpty()) {
            sql.update("""
                    insert into pseudonym (pseudonym, kind, original)
                    select key, ?, value from jsonb_each_text(?::jsonb) order by key on conflict (pseudonym) do nothing
                    """, kind, json.write(originals));
        }
    }
}
