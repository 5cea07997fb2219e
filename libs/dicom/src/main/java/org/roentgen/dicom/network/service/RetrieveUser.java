package org.roentgen.dicom.network.service;

import java.io.IOException;
import java.util.Collection;
import java.util.function.Consumer;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.network.AcceptedContext;
import org.roentgen.dicom.network.AeTitle;
import org.roentgen.dicom.network.Association;
import org.roentgen.dicom.network.AssociationOptions;
import org.roentgen.dicom.network.ContextNotAcceptedException;
import org.roentgen.dicom.network.Invocation;
import org.roentgen.dicom.network.TransferSyntaxes;
import org.roentgen.dicom.network.dimse.CommandElement;
import org.roentgen.dicom.network.dimse.CommandField;
import org.roentgen.dicom.network.dimse.CommandSet;
import org.roentgen.dicom.network.dimse.Priority;
import org.roentgen.dicom.network.pdu.RoleSelection;

/** C-MOVE and C-GET as user (PS3.4 annex C). */
public final class RetrieveUser {
    private final Association association;

    /** Retrieves over this association. */
    public RetrieveUser(Association association) {
        this.association = association;
    }

    /**
     * Proposes what C-GET needs: the information model, the storage SOP classes with this side as their provider, and the
     * handler that takes the instances.
     *
     * @throws IllegalStateException when more than 128 contexts are needed in all
     */
    public static AssociationOptions.Builder proposeGet(
            AssociationOptions.Builder options,
            String sopClassUid,
            Collection<String> storageSopClasses,
            StoreHandler handler) {
        options.context(sopClassUid, TransferSyntaxes.UNCOMPRESSED);
        for (String storage : storageSopClasses) {
            options.context(storage, TransferSyntaxes.UNCOMPRESSED).role(new RoleSelection(storage, false, true));
        }
        return options.service(StorageService.of(handler, storageSopClasses, TransferSyntaxes.UNCOMPRESSED));
    }

    /**
     * Lets the peer send instances to a third one.
     *
     * @param sopClassUid information model, such as {@link org.roentgen.dicom.network.SopClass#STUDY_ROOT_MOVE}
     * @param progress called for each pending response
     * @return the final response
     */
    public RetrieveProgress move(
            String sopClassUid, String destinationAeTitle, DataSet identifier, Consumer<RetrieveProgress> progress)
            throws IOException {
        return retrieve(
                CommandSet.request(CommandField.C_MOVE_REQUEST)
                        .text(CommandElement.MOVE_DESTINATION, AeTitle.require(destinationAeTitle)),
                sopClassUid,
                identifier,
                progress);
    }

    /** Lets the peer send instances on this association, which {@link #proposeGet} has prepared. */
    public RetrieveProgress get(String sopClassUid, DataSet identifier, Consumer<RetrieveProgress> progress)
            throws IOException {
        return retrieve(CommandSet.request(CommandField.C_GET_REQUEST), sopClassUid, identifier, progress);
    }

    private RetrieveProgress retrieve(
            CommandSet.Builder request, String sopClassUid, DataSet identifier, Consumer<RetrieveProgress> progress)
            throws IOException {
        AcceptedContext context = association
                .negotiated()
                .contextFor(sopClassUid)
                .orElseThrow(() -> new ContextNotAcceptedException(sopClassUid));
        request.text(CommandElement.AFFECTED_SOP_CLASS_UID, sopClassUid);
        Invocation invocation = association.invoke(
                context, Association.withPriority(request, Priority.MEDIUM), Identifiers.encode(identifier, context));
        RetrieveProgress latest = RetrieveProgress.of(association.next(invocation));
        while (!latest.status().category().isTerminal()) {
            progress.accept(latest);
            latest = RetrieveProgress.of(association.next(invocation));
        }
        return latest;
    }
}
