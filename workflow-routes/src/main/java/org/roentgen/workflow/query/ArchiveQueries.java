package org.roentgen.workflow.query;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.network.dimse.DimseStatus;
import org.roentgen.dicom.network.service.DimseException;
import org.roentgen.dicom.network.service.PeerRequest;
import org.roentgen.dicom.network.service.QueryHandler;
import org.roentgen.domain.error.RoentgenException;
import org.roentgen.store.audit.AuditEntry.Outcome;
import org.roentgen.store.search.ArchiveMatch;
import org.roentgen.store.search.ArchiveQuery;
import org.roentgen.store.search.ArchiveSearch;
import org.roentgen.workflow.configuration.DimseConfiguration;

/** C-FIND over the archive. Each query is in the audit trail with its level and the number of its matches. */
@ApplicationScoped
class ArchiveQueries implements QueryHandler {
    private static final String ACTION = "study.query";
    private final ArchiveSearch search;
    private final QueryPermission permission;
    private final QueryAudit audit;
    private final DimseConfiguration configuration;

    ArchiveQueries(
            ArchiveSearch search, QueryPermission permission, QueryAudit audit, DimseConfiguration configuration) {
        this.search = search;
        this.permission = permission;
        this.audit = audit;
        this.configuration = configuration;
    }

    /** @throws DimseException 0124H without permission, A900H for keys of another form, A700H behind the last of too many */
    @Override
    public void find(PeerRequest request, MatchSink sink) throws IOException {
        permission.require(request, ACTION);
        QueryKeys keys = QueryKeys.of(request);
        int most = configuration.maximumMatches();
        List<ArchiveMatch> matches = matches(keys, most + 1);
        boolean isCut = matches.size() > most;
        audit.append(
                request,
                ACTION,
                "archive",
                request.level(),
                Outcome.SUCCESS,
                Map.of("matches", Integer.toString(Math.min(matches.size(), most))));
        DimseStatus pending = keys.isSupported() ? DimseStatus.PENDING : DimseStatus.PENDING_WITH_UNSUPPORTED_KEYS;
        for (ArchiveMatch match : isCut ? matches.subList(0, most) : matches) {
            if (!sink.match(answer(match, request.level()), pending)) {
                return;
            }
        }
        if (isCut) {
            throw new DimseException(
                    DimseStatus.OUT_OF_RESOURCES.because("more than " + most + " matches: narrow the query"));
        }
    }

    private List<ArchiveMatch> matches(QueryKeys keys, int limit) throws DimseException {
        try {
            return search.find(new ArchiveQuery(keys.level(), keys.keys(), keys.asked(), false, 0, limit));
        } catch (RoentgenException refused) {
            throw Levels.refused(String.valueOf(refused.getMessage()));
        }
    }

    private DataSet answer(ArchiveMatch match, String level) {
        DataSet.Builder answer = DataSet.builder()
                .put(Tag.SpecificCharacterSet, "ISO_IR 192")
                .put(Tag.QueryRetrieveLevel, level)
                .put(Tag.RetrieveAETitle, configuration.aeTitle())
                .put(Tag.InstanceAvailability, "ONLINE");
        match.values().forEach((tag, values) -> answer.put(tag, values.toArray(String[]::new)));
        match.sequences()
                .forEach((sequence, items) -> answer.putItems(
                        sequence, items.stream().map(ArchiveQueries::item).toList()));
        return answer.build();
    }

    private static DataSet item(Map<Integer, String> values) {
        DataSet.Builder item = DataSet.builder();
        values.forEach((tag, value) -> item.put(tag, value));
        return item.build();
    }
}
