package org.roentgen.dicom.network;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.roentgen.dicom.network.pdu.AssociateReject;

/** Decides who may associate. Called for each attempt, so it may look at configuration that changes. */
@FunctionalInterface
public interface AssociationPolicy {
    /** The rejection for this attempt, or empty to let it in. */
    Optional<AssociateReject> rejection(AssociationAttempt attempt);

    /** Lets everybody in. */
    static AssociationPolicy open() {
        return _ -> Optional.empty();
    }

    /** Only calls to one of these AE titles. */
    static AssociationPolicy calledAs(String... titles) {
        Set<String> known = Set.of(titles).stream().map(AeTitle::require).collect(Collectors.toSet());
        return attempt -> known.contains(attempt.calledAeTitle())
                ? Optional.empty()
                : Optional.of(AssociateReject.permanent(AssociateReject.Reason.CALLED_AE_TITLE_NOT_RECOGNIZED));
    }

    /** Only callers with one of these AE titles. */
    static AssociationPolicy callingFrom(Collection<String> titles) {
        Set<String> known = titles.stream().map(AeTitle::require).collect(Collectors.toSet());
        return calling(attempt -> known.contains(attempt.callingAeTitle()));
    }

    /** Only callers that the predicate knows, for instance by AE title together with address. */
    static AssociationPolicy calling(Predicate<AssociationAttempt> known) {
        return attempt -> known.test(attempt)
                ? Optional.empty()
                : Optional.of(AssociateReject.permanent(AssociateReject.Reason.CALLING_AE_TITLE_NOT_RECOGNIZED));
    }

    /** Both must let the attempt in; the first rejection counts. */
    default AssociationPolicy and(AssociationPolicy other) {
        return attempt -> rejection(attempt).or(() -> other.rejection(attempt));
    }
}
