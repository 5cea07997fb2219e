package org.roentgen.workflow.query;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Element;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.network.service.DimseException;
import org.roentgen.dicom.network.service.PeerRequest;
import org.roentgen.store.search.SearchAttribute;
import org.roentgen.store.search.SearchKey;
import org.roentgen.store.search.SearchLevel;

/**
 * What a C-FIND identifier asks for. Keys of the levels above are matched too, whatever was negotiated: every query may be a
 * relational one (PS3.4 section C.4.1.2.2.1).
 *
 * @param asked attributes to return
 * @param isSupported whether the archive has every attribute that is asked for
 */
record QueryKeys(SearchLevel level, List<SearchKey> keys, Set<SearchAttribute> asked, boolean isSupported) {
    /** In every answer, or about the identifier itself. */
    private static final Set<Integer> NO_KEYS = Set.of(
            Tag.QueryRetrieveLevel,
            Tag.SpecificCharacterSet,
            Tag.TimezoneOffsetFromUTC,
            Tag.RetrieveAETitle,
            Tag.InstanceAvailability);

    /** @throws DimseException A900H if the level is not one of the information model's */
    static QueryKeys of(PeerRequest request) throws DimseException {
        Reader reader = new Reader(Levels.of(request));
        reader.read(SearchAttribute.NO_SEQUENCE, request.identifier());
        return new QueryKeys(reader.level, reader.keys, reader.asked, reader.isSupported);
    }

    private static final class Reader {
        private final SearchLevel level;
        private final List<SearchKey> keys = new ArrayList<>();
        private final Set<SearchAttribute> asked = EnumSet.noneOf(SearchAttribute.class);
        private boolean isSupported = true;

        Reader(SearchLevel level) {
            this.level = level;
        }

        void read(int sequence, DataSet keysOfOneItem) {
            for (Element element : keysOfOneItem) {
                if (NO_KEYS.contains(element.tag())) {
                    continue;
                }
                Optional<SearchAttribute> attribute = SearchAttribute.find(sequence, element.tag(), level);
                if (attribute.isPresent()) {
                    asked.add(attribute.get());
                    keys.add(new SearchKey(attribute.get(), keysOfOneItem.strings(element)));
                } else {
                    readSequence(element.tag(), keysOfOneItem.items(element.tag()));
                }
            }
        }

        /** No item, or an empty one, asks for all of the sequence (PS3.4 section C.2.2.2.6). */
        private void readSequence(int tag, List<DataSet> items) {
            List<SearchAttribute> inside = SearchAttribute.upTo(level).stream()
                    .filter(attribute -> attribute.sequence() == tag)
                    .toList();
            if (inside.isEmpty()) {
                isSupported = false;
            } else if (items.isEmpty() || items.getFirst().isEmpty()) {
                asked.addAll(inside);
            } else {
                read(tag, items.getFirst());
            }
        }
    }
}
