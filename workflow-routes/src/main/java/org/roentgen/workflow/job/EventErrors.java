package org.roentgen.workflow.job;

import jakarta.enterprise.context.ApplicationScoped;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.jboss.logging.Logger;
import org.roentgen.workflow.failure.Failures;
import org.roentgen.workflow.quarantine.Quarantine;

/** What the error policy calls for a message that breaks a rule. */
@ApplicationScoped
public class EventErrors {
    private static final Logger LOG = Logger.getLogger(EventErrors.class);
    private final Quarantine quarantine;

    EventErrors(Quarantine quarantine) {
        this.quarantine = quarantine;
    }

    public void quarantine(@ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Throwable failure) {
        LOG.errorf(failure, "A message of the workers is refused");
        quarantine.addMessage("worker event", Failures.causeOf(failure));
    }
}
