package org.roentgen.workflow.deidentification;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.TreeMap;
import org.roentgen.domain.error.ErrorCode;
import org.roentgen.domain.error.RoentgenException;
import org.roentgen.store.crosswalk.CrosswalkCipher;
import org.roentgen.store.crosswalk.SealedOriginal;
import org.roentgen.workflow.database.Json;
import org.roentgen.workflow.database.Sql;

/** Which pseudonym stands for which original; encrypted under a key of its own. */
@ApplicationScoped
public class Crosswalk {
    /** Pseudonym to original. */
    record Mappings(Map<String, String> uids, Map<String, String> patientIds, Map<String, String> accessionNumbers) {}

    private final Sql sql;
    private final Json json;
    private final CrosswalkCipher cipher;

    Crosswalk(Sql sql, Json json, CrosswalkCipher cipher) {
        this.sql = sql;
        this.json = json;
        this.cipher = cipher;
    }

    /** Adds what is not there yet, in the caller's transaction. */
    void add(Mappings mappings) {
        String person = mappings.patientIds().keySet().stream().findFirst().orElse("");
        add("UID", mappings.uids(), person);
        add("PATIENT_ID", mappings.patientIds(), person);
        add("ACCESSION_NUMBER", mappings.accessionNumbers(), person);
    }

    /** @throws RoentgenException INTERNAL_ERROR if the pseudonym is unknown */
    public String originalUid(String pseudonym) {
        return sql.first("""
                        select encode(original, 'base64') as original, key_id from pseudonym
                        where kind = 'UID' and pseudonym = ?
                        """, row -> new SealedOriginal(row.text("key_id"), row.text("original")), pseudonym)
                .map(entry -> cipher.open("UID", pseudonym, entry))
                .orElseThrow(() -> new RoentgenException(
                        ErrorCode.INTERNAL_ERROR, "The result names the UID " + pseudonym + ", which is no pseudonym"));
    }

    /** In the order of the pseudonyms, so that two transactions never wait for each other in a circle. */
    private void add(String kind, Map<String, String> originals, String person) {
        if (originals.isEmpty()) {
            return;
        }
        Map<String, SealedOriginal> entries = new TreeMap<>();
        originals.forEach((pseudonym, original) -> entries.put(pseudonym, cipher.seal(kind, pseudonym, original)));
        sql.update("""
                insert into pseudonym (pseudonym, kind, original, key_id, person)
                select key, ?, decode(value ->> 'base64', 'base64'), value ->> 'keyId', ? from jsonb_each(?::jsonb)
                order by key on conflict (pseudonym) do nothing
                """, kind, person, json.write(entries));
    }
}
