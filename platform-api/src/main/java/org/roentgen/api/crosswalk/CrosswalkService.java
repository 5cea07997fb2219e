package org.roentgen.api.crosswalk;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.roentgen.store.crosswalk.CrosswalkCipher;
import org.roentgen.store.crosswalk.SealedOriginal;
import org.roentgen.store.query.Queries;
import org.roentgen.store.query.Row;

/** Reads the crosswalk, and encrypts it again under a new key. */
@ApplicationScoped
class CrosswalkService {
    private static final String SELECT =
            "select pseudonym, kind, encode(original, 'base64') as original, key_id, person from pseudonym ";
    private static final int BATCH = 1_000;

    private final Queries queries;
    private final CrosswalkCipher cipher;

    CrosswalkService(Queries queries, CrosswalkCipher cipher) {
        this.queries = queries;
        this.cipher = cipher;
    }

    private record Entry(String pseudonym, String kind, SealedOriginal sealed, String person) {
        static Entry of(Row row) {
            return new Entry(
                    row.text("pseudonym"),
                    row.text("kind"),
                    new SealedOriginal(row.text("key_id"), row.text("original")),
                    row.text("person"));
        }
    }

    Original read(String pseudonym) {
        return queries.first(SELECT + "where pseudonym = :pseudonym", Map.of("pseudonym", pseudonym), Entry::of)
                .map(entry -> new Original(
                        pseudonym,
                        Optional.of(entry.kind()),
                        Optional.of(cipher.open(entry.kind(), pseudonym, entry.sealed())),
                        Optional.of(entry.person())))
                .orElse(new Original(pseudonym, Optional.empty(), Optional.empty(), Optional.empty()));
    }

    /** Encrypts under the current key what is under another, in batches so that nobody waits for long. */
    RotationReport rotate() {
        String current = cipher.currentKey();
        int encrypted = 0;
        int batch = encryptAgain(current);
        while (batch > 0) {
            encrypted += batch;
            batch = encryptAgain(current);
        }
        long remaining =
                queries.count("select count(*) from pseudonym where key_id <> :current", Map.of("current", current));
        return new RotationReport(current, encrypted, remaining);
    }

    private int encryptAgain(String current) {
        List<Entry> entries = queries.list(
                SELECT + "where key_id <> :current order by pseudonym limit " + BATCH,
                Map.of("current", current),
                Entry::of);
        for (Entry entry : entries) {
            String original = cipher.open(entry.kind(), entry.pseudonym(), entry.sealed());
            SealedOriginal sealed = cipher.seal(entry.kind(), entry.pseudonym(), original);
            queries.update(
                    """
                    update pseudonym set original = decode(:original, 'base64'), key_id = :key where pseudonym = :pseudonym
                    """, Map.of("original", sealed.base64(), "key", sealed.keyId(), "pseudonym", entry.pseudonym()));
        }
        return entries.size();
    }
}
