package org.roentgen.api.deidentification;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roentgen.api.problem.ProblemException;
import org.roentgen.store.profile.ProfileVersions;
import org.roentgen.store.query.Queries;

/** Studies that are to be de-identified again; workflow-routes takes them up. */
@ApplicationScoped
class StudyRequests {
    private final Queries queries;
    private final ProfileVersions profiles;

    StudyRequests(Queries queries, ProfileVersions profiles) {
        this.queries = queries;
        this.profiles = profiles;
    }

    /** @param study its id or its Study Instance UID */
    UUID study(String study) {
        return queries.first(
                        "select id from study where study_instance_uid = :study or cast(id as text) = :study",
                        Map.of("study", study),
                        row -> row.uuid("id"))
                .orElseThrow(() -> ProblemException.notFound("study", study));
    }

    StudyRequestView add(UUID study, @Nullable String profile, String requester) {
        if (profile == null) {
            throw ProblemException.invalid("profile is missing: name one of the de-identification profiles");
        }
        profiles.problemOf(profile).ifPresent(problem -> {
            throw ProblemException.invalid(problem);
        });
        UUID id = UUID.randomUUID();
        queries.update("""
                insert into deidentification_request (id, study_id, profile, state, requested_by)
                values (:id, :study, :profile, 'PENDING', :requester)
                """, Map.of("id", id, "study", study, "profile", profile, "requester", requester));
        return queries.first(StudyRequestView.SELECT + "where id = :id", Map.of("id", id), StudyRequestView::of)
                .orElseThrow();
    }

    List<StudyRequestView> list(UUID study) {
        return queries.list(
                StudyRequestView.SELECT + "where study_id = :study order by requested_at desc",
                Map.of("study", study),
                StudyRequestView::of);
    }
}
