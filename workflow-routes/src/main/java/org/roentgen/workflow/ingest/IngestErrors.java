package org.roentgen.workflow.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.jboss.logging.Logger;
import org.roentgen.dicom.network.dimse.DimseStatus;
import org.roentgen.domain.error.Cause;
import org.roentgen.domain.error.ErrorCode;
import org.roentgen.workflow.failure.Failures;
import org.roentgen.workflow.quarantine.Quarantine;

/** What the error policy calls for an instance that is not taken in; each answers with the status of PS3.4 B.2.3. */
@ApplicationScoped
public class IngestErrors {
    private static final Logger LOG = Logger.getLogger(IngestErrors.class);
    private static final DimseStatus CONFLICT = new DimseStatus(0xC001, "other content under this UID: quarantined");
    private final Quarantine quarantine;

    IngestErrors(Quarantine quarantine) {
        this.quarantine = quarantine;
    }

    /** The instance breaks a rule: its bytes are kept for a person to decide. The quarantine has the reason, the log no UIDs. */
    public DimseStatus quarantine(
            @ExchangeProperty(IngestRoute.ARRIVAL) Arrival arrival,
            @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Throwable failure) {
        Cause cause = Failures.causeOf(failure);
        LOG.warnf("Object %s from %s goes into quarantine: %s", arrival.object(), arrival.origin(), cause.code());
        quarantine.addObject(
                arrival.origin(),
                arrival.object(),
                arrival.announced().map(Arrival.Announced::sopInstanceUid).orElse(null),
                null,
                cause);
        return cause.code() == ErrorCode.CONFLICTING_INSTANCE
                ? CONFLICT
                : DimseStatus.CANNOT_UNDERSTAND.because("malformed instance: quarantined");
    }

    /** The platform cannot store now: the sender keeps the instance and tries again. */
    public DimseStatus refuse(@ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Throwable failure) {
        LOG.errorf(failure, "An instance cannot be stored");
        return DimseStatus.OUT_OF_RESOURCES.because("the archive cannot store now: send again");
    }
}
