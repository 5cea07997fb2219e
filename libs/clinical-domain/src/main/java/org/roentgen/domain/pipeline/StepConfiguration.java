package org.roentgen.domain.pipeline;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.roentgen.domain.job.Priority;

/** One step of a pipeline, told apart by {@code kind}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = StepConfiguration.QualityGate.class, name = "QUALITY_GATE"),
    @JsonSubTypes.Type(value = StepConfiguration.Deidentify.class, name = "DEIDENTIFY"),
    @JsonSubTypes.Type(value = StepConfiguration.Infer.class, name = "INFER"),
    @JsonSubTypes.Type(value = StepConfiguration.Relink.class, name = "RELINK"),
    @JsonSubTypes.Type(value = StepConfiguration.Review.class, name = "REVIEW"),
    @JsonSubTypes.Type(value = StepConfiguration.Deliver.class, name = "DELIVER")
})
public sealed interface StepConfiguration {
    /** @return the kind, which is the discriminator on the wire and never a property of its own */
    @JsonIgnore
    StepKind stepKind();

    /** What is wrong with it, a line each with the fix; empty if it is valid. */
    default List<String> problems() {
        return List.of();
    }

    /**
     * @param minimumSlices fewest planes of the volume, at least 1; 3 where absent
     * @param maximumSpacingDeviation largest deviation of the distance of two planes from the median distance, as a
     *     fraction of it; 0.02 where absent, which is also the most that later steps take
     */
    record QualityGate(Optional<Integer> minimumSlices, Optional<Double> maximumSpacingDeviation)
            implements StepConfiguration {
        public static final int DEFAULT_MINIMUM_SLICES = 3;

        @Override
        public StepKind stepKind() {
            return StepKind.QUALITY_GATE;
        }

        @Override
        public List<String> problems() {
            List<String> problems = new ArrayList<>();
            if (minimumSlices.isPresent() && minimumSlices.get() < 1) {
                problems.add("QUALITY_GATE: minimumSlices " + minimumSlices.get() + " must be at least 1");
            }
            if (maximumSpacingDeviation.isPresent()
                    && !(maximumSpacingDeviation.get() >= 0 && maximumSpacingDeviation.get() <= 1)) {
                problems.add("QUALITY_GATE: maximumSpacingDeviation " + maximumSpacingDeviation.get()
                        + " must be a fraction from 0 to 1");
            }
            return problems;
        }
    }

    /** @param profile name of a de-identification profile; {@code basic} where absent */
    record Deidentify(Optional<String> profile) implements StepConfiguration {
        public static final String DEFAULT_PROFILE = "basic";

        @Override
        public StepKind stepKind() {
            return StepKind.DEIDENTIFY;
        }
    }

    /**
     * @param model name of a registered model; its version in production is run
     * @param priority {@code ROUTINE} where absent
     */
    record Infer(Optional<String> model, Optional<Priority> priority) implements StepConfiguration {
        @Override
        public StepKind stepKind() {
            return StepKind.INFER;
        }

        @Override
        public List<String> problems() {
            return model.isEmpty() || model.get().isBlank()
                    ? List.of("INFER: model is missing: name a registered model")
                    : List.of();
        }
    }

    /** Builds the Segmentation and the report. */
    record Relink() implements StepConfiguration {
        @Override
        public StepKind stepKind() {
            return StepKind.RELINK;
        }
    }

    /** Waits for a reader. */
    record Review() implements StepConfiguration {
        @Override
        public StepKind stepKind() {
            return StepKind.REVIEW;
        }
    }

    /** @param destination name of a configured destination */
    record Deliver(Optional<String> destination) implements StepConfiguration {
        @Override
        public StepKind stepKind() {
            return StepKind.DELIVER;
        }

        @Override
        public List<String> problems() {
            return destination.isEmpty() || destination.get().isBlank()
                    ? List.of("DELIVER: destination is missing: name a configured destination")
                    : List.of();
        }
    }
}
