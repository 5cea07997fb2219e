package org.roentgen.dicom.network.service;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.roentgen.dicom.network.dimse.DimseStatus;

/**
 * What became of one instance.
 *
 * @param status the peer's answer; null when it did not answer
 * @param failure why there is no answer; null when there is one
 */
public record StoreOutcome(
        InstanceSource instance,
        @Nullable DimseStatus status,
        @Nullable IOException failure) {
    static StoreOutcome answered(InstanceSource instance, DimseStatus status) {
        return new StoreOutcome(instance, status, null);
    }

    static StoreOutcome notStored(InstanceSource instance, IOException failure) {
        return new StoreOutcome(instance, null, failure);
    }

    /** Whether the peer has the instance: success or warning. */
    public boolean isStored() {
        return status != null && status.isDone();
    }

    /** One line for logs and people, without patient data. */
    public String reason() {
        if (status != null) {
            return status.toString();
        }
        return failure == null ? "not sent" : String.valueOf(failure.getMessage());
    }
}
