package org.roentgen.workflow.failure;

import jakarta.enterprise.context.ApplicationScoped;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.jboss.logging.Logger;

/** Logs the failure of a periodic task: one line while a backing service is away, the whole trace of a defect. */
@ApplicationScoped
public class ScheduleErrors {
    private static final Logger LOG = Logger.getLogger(ScheduleErrors.class);

    public void log(@ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Throwable failure, Exchange exchange) {
        switch (Failures.categoryOf(failure)) {
            case EXTERNAL, RESOURCES ->
                LOG.warnf(
                        "%s: %s; tried again in the next period", exchange.getFromRouteId(), Failures.causeOf(failure));
            case INVALID_INPUT, INTERNAL -> LOG.errorf(failure, "%s failed", exchange.getFromRouteId());
        }
    }
}
