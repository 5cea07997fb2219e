package org.roentgen.api.dicomweb;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.roentgen.api.objects.Identified;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.Element;
import org.roentgen.dicom.ReadOptions;
import org.roentgen.dicom.Tag;
import org.roentgen.domain.object.ObjectStore;
import org.roentgen.store.search.ArchiveMatch;
import org.roentgen.store.search.ArchiveQuery;
import org.roentgen.store.search.ArchiveSearch;
import org.roentgen.store.search.ArchivedInstance;
import org.roentgen.store.search.SearchAttribute;
import org.roentgen.store.search.SearchKey;
import org.roentgen.store.search.SearchLevel;

/** Answers queries from the archive's columns, and from the headers of instances for what is in no column. */
@ApplicationScoped
public class Search {
    private static final String UNICODE = "ISO_IR 192";
    private final ArchiveSearch archive;
    private final ObjectStore objects;

    Search(ArchiveSearch archive, @Identified ObjectStore objects) {
        this.archive = archive;
        this.objects = objects;
    }

    @Transactional
    SearchResult find(SearchRequest request) {
        ArchiveQuery query = request.query();
        List<ArchiveMatch> found = archive.find(query.withLimit(query.limit() + 1));
        boolean isCut = found.size() > query.limit();
        List<ArchiveMatch> page = isCut ? found.subList(0, query.limit()) : found;
        Map<String, ArchivedInstance> instances = request.fromFiles().isEmpty() ? Map.of() : instances(page);
        List<DataSet> matches = new ArrayList<>(page.size());
        for (ArchiveMatch match : page) {
            DataSet.Builder dataSet = dataSet(match, query.level());
            ArchivedInstance instance = instances.get(match.text(SearchAttribute.SOP_INSTANCE_UID));
            if (instance != null) {
                dataSet.putAll(header(instance, request.fromFiles()));
            }
            matches.add(dataSet.build());
        }
        return new SearchResult(matches, isCut ? archive.count(query) - query.offset() - query.limit() : 0);
    }

    private Map<String, ArchivedInstance> instances(List<ArchiveMatch> page) {
        List<String> uids = page.stream()
                .map(match -> match.text(SearchAttribute.SOP_INSTANCE_UID))
                .toList();
        return uids.isEmpty()
                ? Map.of()
                : archive.instances(List.of(new SearchKey(SearchAttribute.SOP_INSTANCE_UID, uids))).stream()
                        .collect(Collectors.toMap(ArchivedInstance::sopInstanceUid, Function.identity()));
    }

    /** Those of the attributes that the file has. */
    private DataSet header(ArchivedInstance instance, Set<Integer> tags) {
        DataSet header;
        try {
            header = DicomFile.read(objects.file(instance.object()), ReadOptions.LENIENT.stopBefore(Tag.PixelData))
                    .dataSet();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        DataSet.Builder wanted = header.toBuilder();
        for (Element element : header) {
            if (!tags.contains(element.tag())) {
                wanted.remove(element.tag());
            }
        }
        return wanted.put(Tag.SpecificCharacterSet, UNICODE).build();
    }

    private static DataSet.Builder dataSet(ArchiveMatch match, SearchLevel level) {
        DataSet.Builder dataSet = DataSet.builder()
                .put(Tag.SpecificCharacterSet, UNICODE)
                .put(Tag.InstanceAvailability, "ONLINE")
                .put(Tag.RetrieveURL, url(match, level));
        match.values().forEach((tag, values) -> dataSet.put(tag, values.toArray(String[]::new)));
        match.sequences()
                .forEach((sequence, items) -> dataSet.putItems(
                        sequence, items.stream().map(Search::item).toList()));
        return dataSet;
    }

    private static DataSet item(Map<Integer, String> values) {
        DataSet.Builder item = DataSet.builder();
        values.forEach((tag, value) -> item.put(tag, value));
        return item.build();
    }

    private static String url(ArchiveMatch match, SearchLevel level) {
        String study = "/dicom-web/studies/" + match.text(SearchAttribute.STUDY_INSTANCE_UID);
        if (level == SearchLevel.STUDY) {
            return study;
        }
        String series = study + "/series/" + match.text(SearchAttribute.SERIES_INSTANCE_UID);
        return level == SearchLevel.SERIES
                ? series
                : series + "/instances/" + match.text(SearchAttribute.SOP_INSTANCE_UID);
    }
}
