package org.roentgen.workflow.deidentification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.jboss.logging.Logger;
import org.roentgen.domain.error.Cause;
import org.roentgen.domain.error.ErrorCategory;
import org.roentgen.workflow.deidentification.StudyRequests.StudyRequest;
import org.roentgen.workflow.failure.Failures;
import org.roentgen.workflow.quarantine.Quarantine;
import org.roentgen.workflow.series.SeriesInstances;

/** De-identifies a whole study again: its series are released together, or none of them is. */
@ApplicationScoped
public class StudyDeidentifier {
    private static final Logger LOG = Logger.getLogger(StudyDeidentifier.class);
    private final StudyRequests requests;
    private final SeriesInstances series;
    private final SeriesDeidentifier deidentifier;
    private final Quarantine quarantine;

    StudyDeidentifier(
            StudyRequests requests, SeriesInstances series, SeriesDeidentifier deidentifier, Quarantine quarantine) {
        this.requests = requests;
        this.series = series;
        this.deidentifier = deidentifier;
        this.quarantine = quarantine;
    }

    /** Carries a request out. */
    public void run(@Body UUID id) {
        StudyRequest request = requests.get(id);
        List<DeidentifiedSeries> staged = new ArrayList<>();
        try {
            for (UUID one : requests.series(request.study())) {
                staged.add(deidentifier.stage(one, series.of(one), request.profile()));
                requests.renew(id);
            }
        } catch (RuntimeException e) {
            if (Failures.categoryOf(e) == ErrorCategory.INVALID_INPUT) {
                staged.forEach(done -> deidentifier.discard(done, "another series of the study was refused"));
            }
            throw e;
        }
        requests.complete(request, () -> staged.forEach(one -> deidentifier.release(one, Optional.empty())));
    }

    /** The end of a request that did not come to an end by itself. */
    @Transactional
    public void fail(
            @ExchangeProperty(StudyRequestRoute.REQUEST) UUID id,
            @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Throwable failure) {
        StudyRequest request = requests.get(id);
        Cause cause = Failures.causeOf(failure);
        if (Failures.categoryOf(failure) == ErrorCategory.INVALID_INPUT) {
            requests.end(request, "REFUSED", cause.message());
            quarantine.addStudy("de-identification request " + id, request.study(), cause);
            return;
        }
        LOG.errorf(failure, "De-identification request %s failed", id);
        requests.end(request, "FAILED", cause.message());
    }
}
