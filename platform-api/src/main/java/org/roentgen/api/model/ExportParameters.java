package org.roentgen.api.model;

import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.roentgen.api.problem.ProblemException;
import org.roentgen.domain.model.ServingForm;

/** How a package is asked for: as it was signed, or with {@code tail} in a form for other systems. */
public final class ExportParameters {
    @QueryParam("tail")
    @Nullable
    String tail;

    @QueryParam("normalisation")
    @Nullable
    String normalisation;

    /**
     * The form for other systems; empty where the signed package is wanted.
     *
     * @throws ProblemException 400 where a value is unknown
     */
    Optional<ServingForm> form() {
        boolean inside = isNormalisationInside();
        if (tail == null) {
            if (inside) {
                throw ProblemException.invalid(
                        "normalisation is true, but the signed package has none in its graph: give"
                                + " tail=probabilities or tail=labels too, or leave normalisation out");
            }
            return Optional.empty();
        }
        return Optional.of(new ServingForm(
                switch (tail) {
                    case "probabilities" -> ServingForm.Tail.PROBABILITIES;
                    case "labels" -> ServingForm.Tail.LABELS;
                    default ->
                        throw ProblemException.invalid("tail is '" + tail
                                + "', it must be probabilities or labels; leave it out for the signed package");
                },
                inside));
    }

    private boolean isNormalisationInside() {
        return switch (normalisation) {
            case null -> false;
            case "true" -> true;
            case "false" -> false;
            default ->
                throw ProblemException.invalid("normalisation is '" + normalisation + "', it must be true or false");
        };
    }
}
