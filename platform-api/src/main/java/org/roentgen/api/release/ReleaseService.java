package org.roentgen.api.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roentgen.api.problem.ProblemException;
import org.roentgen.store.query.Queries;

/** Lets data set versions leave the platform: where a data set demands it, one person asks and another signs. */
@ApplicationScoped
public class ReleaseService {
    private final Queries queries;

    ReleaseService(Queries queries) {
        this.queries = queries;
    }

    @Transactional
    public GateView gate(UUID version) {
        return queries.first(
                        """
                        select d.id, d.sign_off_required from dataset_version v join dataset d on d.id = v.dataset_id
                        where v.id = :version
                        """,
                        Map.of("version", version),
                        row -> gate(version, row.uuid("id"), row.flag("sign_off_required")))
                .orElseThrow(() -> ProblemException.notFound("dataset version", version));
    }

    private GateView gate(UUID version, UUID dataset, boolean required) {
        List<ReleaseView> releases = queries.list(
                ReleaseView.SELECT + "where dataset_version_id = :version order by requested_at desc",
                Map.of("version", version),
                ReleaseView::of);
        boolean signed = releases.stream().anyMatch(release -> release.state() == ReleaseView.State.APPROVED);
        return new GateView(version, dataset, required, !required || signed, releases);
    }

    /** Demands the sign-off of a data set's versions, or no longer. */
    @Transactional
    public void require(UUID dataset, boolean required) {
        int changed = queries.update(
                "update dataset set sign_off_required = :required where id = :id",
                Map.of("required", required, "id", dataset));
        if (changed == 0) {
            throw ProblemException.notFound("dataset", dataset);
        }
    }

    @Transactional
    public ReleaseView request(UUID version, @Nullable String reason, String requester) {
        if (reason == null || reason.isBlank()) {
            throw ProblemException.invalid("reason is missing: say for whom and for what the data set leaves");
        }
        GateView gate = gate(version);
        if (gate.releases().stream().anyMatch(release -> release.state() == ReleaseView.State.REQUESTED)) {
            throw ProblemException.conflict(
                    "ALREADY_REQUESTED", "A release of dataset version " + version + " waits for its decision");
        }
        UUID id = UUID.randomUUID();
        queries.update("""
                insert into dataset_release (id, dataset_version_id, reason, state, requested_by)
                values (:id, :version, :reason, 'REQUESTED', :requester)
                """, Map.of("id", id, "version", version, "reason", reason.strip(), "requester", requester));
        return get(id);
    }

    @Transactional
    public ReleaseView decide(UUID id, ReleaseView.State decision, String decider) {
        ReleaseView release = get(id);
        if (release.requestedBy().equals(decider)) {
            throw ProblemException.forbidden(
                    "SECOND_PERSON_NEEDED", "Who asked for release " + id + " cannot sign it: ask another");
        }
        int changed = queries.update("""
                update dataset_release set state = :state, decided_by = :decider, decided_at = now()
                where id = :id and state = 'REQUESTED'
                """, Map.of("state", decision.name(), "decider", decider, "id", id));
        if (changed == 0) {
            throw ProblemException.conflict("ALREADY_DECIDED", "Release " + id + " is " + release.state() + " already");
        }
        return get(id);
    }

    private ReleaseView get(UUID id) {
        return queries.first(ReleaseView.SELECT + "where id = :id", Map.of("id", id), ReleaseView::of)
                .orElseThrow(() -> ProblemException.notFound("dataset release", id));
    }
}
