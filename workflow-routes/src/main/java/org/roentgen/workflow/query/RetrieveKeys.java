package org.roentgen.workflow.query;

import java.util.ArrayList;
import java.util.List;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.network.service.DimseException;
import org.roentgen.dicom.network.service.PeerRequest;
import org.roentgen.store.search.SearchAttribute;
import org.roentgen.store.search.SearchKey;
import org.roentgen.store.search.SearchLevel;

/** The unique keys of a C-MOVE or C-GET identifier (PS3.4 section C.4.2.1.4): exact values, never wild cards. */
final class RetrieveKeys {
    private RetrieveKeys() {}

    /** @throws DimseException A900H if the unique key of the level is missing, or a key has a wild card */
    static List<SearchKey> of(PeerRequest request) throws DimseException {
        SearchLevel level = Levels.of(request);
        List<SearchKey> keys = new ArrayList<>();
        for (SearchLevel above : SearchLevel.values()) {
            if (above.compareTo(level) <= 0) {
                add(request, Levels.uniqueKey(above), keys);
            }
        }
        if (keys.isEmpty() || keys.getLast().attribute() != Levels.uniqueKey(level)) {
            throw Levels.refused("the unique key of level " + request.level() + " is missing");
        }
        request.identifier()
                .string(Tag.IssuerOfPatientID)
                .filter(issuer -> !issuer.isEmpty())
                .ifPresent(issuer -> keys.add(SearchKey.of(SearchAttribute.ISSUER_OF_PATIENT_ID, issuer)));
        return keys;
    }

    private static void add(PeerRequest request, SearchAttribute attribute, List<SearchKey> keys)
            throws DimseException {
        List<String> values = request.identifier().strings(attribute.tag()).stream()
                .filter(value -> !value.isEmpty())
                .toList();
        if (values.stream().anyMatch(value -> value.contains("*") || value.contains("?"))) {
            throw Levels.refused("wild cards are not for retrieval: name what is wanted");
        }
        if (!values.isEmpty()) {
            keys.add(new SearchKey(attribute, values));
        }
    }
}
