package org.roentgen.dicom.network.service;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.network.AcceptedContext;
import org.roentgen.dicom.network.Association;
import org.roentgen.dicom.network.ContextNotAcceptedException;
import org.roentgen.dicom.network.Invocation;
import org.roentgen.dicom.network.Response;
import org.roentgen.dicom.network.dimse.CommandElement;
import org.roentgen.dicom.network.dimse.CommandField;
import org.roentgen.dicom.network.dimse.CommandSet;
import org.roentgen.dicom.network.dimse.DimseStatus;
import org.roentgen.dicom.network.dimse.Priority;

/** C-FIND as user: Study Root, Patient Root (PS3.4 annex C) and Modality Worklist (annex K). */
public final class QueryUser {
    private final Association association;

    /** Queries over this association. */
    public QueryUser(Association association) {
        this.association = association;
    }

    /**
     * Queries, and hands out each match as it comes.
     *
     * @param sopClassUid information model, such as {@link org.roentgen.dicom.network.SopClass#STUDY_ROOT_FIND}
     * @param keys matching and return keys, with the Query/Retrieve Level where the model has one
     * @param each called for each match; false cancels the query
     * @return the final status: success, cancel, or a failure
     */
    public DimseStatus find(String sopClassUid, DataSet keys, Predicate<DataSet> each) throws IOException {
        AcceptedContext context = association
                .negotiated()
                .contextFor(sopClassUid)
                .orElseThrow(() -> new ContextNotAcceptedException(sopClassUid));
        CommandSet.Builder request = Association.withPriority(
                CommandSet.request(CommandField.C_FIND_REQUEST)
                        .text(CommandElement.AFFECTED_SOP_CLASS_UID, sopClassUid),
                Priority.MEDIUM);
        Invocation invocation = association.invoke(context, request, Identifiers.encode(keys, context));
        boolean cancelled = false;
        Response response = association.next(invocation);
        while (!response.command().status().category().isTerminal()) {
            if (!cancelled && !each.test(Identifiers.decode(response))) {
                association.cancel(invocation);
                cancelled = true;
            }
            response = association.next(invocation);
        }
        return response.command().status();
    }

    /**
     * Queries for at most {@code maximum} matches.
     *
     * @throws DimseException when the peer ends the query with a failure
     */
    public List<DataSet> find(String sopClassUid, DataSet keys, int maximum) throws IOException {
        List<DataSet> matches = new ArrayList<>();
        DimseStatus status = find(sopClassUid, keys, match -> {
            matches.add(match);
            return matches.size() < maximum;
        });
        if (status.category() == DimseStatus.Category.FAILURE) {
            throw new DimseException(status);
        }
        return matches.size() > maximum ? matches.subList(0, maximum) : matches;
    }
}
