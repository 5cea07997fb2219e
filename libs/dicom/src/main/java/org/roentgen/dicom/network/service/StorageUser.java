package org.roentgen.dicom.network.service;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.roentgen.dicom.network.AcceptedContext;
import org.roentgen.dicom.network.Association;
import org.roentgen.dicom.network.AssociationOptions;
import org.roentgen.dicom.network.ContextNotAcceptedException;
import org.roentgen.dicom.network.Invocation;
import org.roentgen.dicom.network.TransferSyntaxes;
import org.roentgen.dicom.network.dimse.CommandElement;
import org.roentgen.dicom.network.dimse.CommandField;
import org.roentgen.dicom.network.dimse.CommandSet;
import org.roentgen.dicom.network.dimse.DimseStatus;
import org.roentgen.dicom.network.dimse.Priority;

/** The storage service class as user (PS3.4 annex B): sends instances over an association. */
public final class StorageUser {
    private final Association association;
    private final InstanceTranscoder transcoder;

    /** Sends over this association and converts what the peer does not take as it is. */
    public StorageUser(Association association, InstanceTranscoder transcoder) {
        this.association = association;
        this.transcoder = transcoder;
    }

    /**
     * Proposes for each SOP class among the instances: their own transfer syntaxes, each in a context of its own, and the
     * uncompressed ones.
     *
     * @throws IllegalStateException when they need more than 128 contexts
     */
    public static AssociationOptions.Builder propose(
            AssociationOptions.Builder options, List<? extends InstanceSource> instances) {
        Map<String, Set<String>> syntaxes = new LinkedHashMap<>();
        for (InstanceSource instance : instances) {
            syntaxes.computeIfAbsent(instance.sopClassUid(), _ -> new LinkedHashSet<>())
                    .add(instance.transferSyntaxUid());
        }
        syntaxes.forEach((sopClass, own) -> {
            own.forEach(syntax -> options.context(sopClass, List.of(syntax)));
            List<String> rest = TransferSyntaxes.UNCOMPRESSED.stream()
                    .filter(syntax -> !own.contains(syntax))
                    .toList();
            if (!rest.isEmpty()) {
                options.context(sopClass, rest);
            }
        });
        return options;
    }

    /**
     * Sends one instance and waits for the peer's status.
     *
     * @throws ContextNotAcceptedException when no accepted context fits; the association goes on
     * @throws IOException when the instance cannot be read or the association breaks
     */
    public DimseStatus store(InstanceSource instance) throws IOException {
        return store(instance, _ -> {});
    }

    /** The same with more elements in the request, as sub-operations of C-MOVE have them. */
    DimseStatus store(InstanceSource instance, Consumer<CommandSet.Builder> additions) throws IOException {
        return association.next(begin(instance, additions)).command().status();
    }

    /**
     * Sends instances one after another, as many at once as the operations window allows, and reports each. A failed
     * instance does not stop the others; when the association breaks, the rest is reported as not sent.
     */
    public List<StoreOutcome> storeAll(List<? extends InstanceSource> instances, Consumer<StoreOutcome> progress) {
        List<StoreOutcome> outcomes = new ArrayList<>(instances.size());
        Deque<Started> started = new ArrayDeque<>();
        int window = association.negotiated().operations().maximumInvoked();
        int most = window == 0 ? Integer.MAX_VALUE : window;
        Consumer<StoreOutcome> report = outcome -> {
            outcomes.add(outcome);
            progress.accept(outcome);
        };
        for (InstanceSource instance : instances) {
            if (started.size() >= most) {
                report.accept(finish(started.remove()));
            }
            try {
                started.add(new Started(instance, begin(instance, _ -> {})));
            } catch (IOException failure) {
                report.accept(StoreOutcome.notStored(instance, failure));
            }
        }
        started.forEach(last -> report.accept(finish(last)));
        return outcomes;
    }

    private StoreOutcome finish(Started started) {
        try {
            return StoreOutcome.answered(
                    started.instance(),
                    association.next(started.invocation()).command().status());
        } catch (IOException failure) {
            return StoreOutcome.notStored(started.instance(), failure);
        }
    }

    private Invocation begin(InstanceSource instance, Consumer<CommandSet.Builder> additions) throws IOException {
        Fitting fitting = fitting(instance);
        CommandSet.Builder request = CommandSet.request(CommandField.C_STORE_REQUEST)
                .text(CommandElement.AFFECTED_SOP_CLASS_UID, instance.sopClassUid())
                .text(CommandElement.AFFECTED_SOP_INSTANCE_UID, instance.sopInstanceUid());
        additions.accept(Association.withPriority(request, Priority.MEDIUM));
        try (InputStream dataSet = fitting.instance().open()) {
            return association.invoke(fitting.context(), request, output -> output.transferFrom(dataSet));
        }
    }

    private Fitting fitting(InstanceSource instance) throws IOException {
        List<AcceptedContext> usable = association.negotiated().contexts().stream()
                .filter(context -> context.abstractSyntax().equals(instance.sopClassUid()))
                .filter(association::mayRequestIn)
                .toList();
        for (AcceptedContext context : usable) {
            if (context.transferSyntax().equals(instance.transferSyntaxUid())) {
                return new Fitting(context, instance);
            }
        }
        for (AcceptedContext context : usable) {
            if (TransferSyntaxes.UNCOMPRESSED.contains(context.transferSyntax())) {
                Optional<InstanceSource> converted = transcoder.transcode(instance, context.transferSyntax());
                if (converted.isPresent()) {
                    return new Fitting(context, converted.get());
                }
            }
        }
        throw usable.isEmpty()
                ? new ContextNotAcceptedException(instance.sopClassUid())
                : new ContextNotAcceptedException(instance.sopClassUid(), instance.transferSyntaxUid());
    }

    private record Fitting(AcceptedContext context, InstanceSource instance) {}

    private record Started(InstanceSource instance, Invocation invocation) {}
}
