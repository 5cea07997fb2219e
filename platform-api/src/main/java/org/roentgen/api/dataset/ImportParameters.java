package org.roentgen.api.dataset;

import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.roentgen.api.problem.ProblemException;
import org.roentgen.store.entity.DatasetImport;

/** The query parameters of an import. */
public final class ImportParameters {
    @QueryParam("name")
    @Nullable
    String name;

    @QueryParam("format")
    DatasetImport.@Nullable Format format;

    @QueryParam("task")
    @Nullable
    String task;

    @QueryParam("labels")
    @Nullable
    String labels;

    @QueryParam("seed")
    @Nullable
    Long seed;

    @QueryParam("split")
    @Nullable
    String split;

    @QueryParam("patients")
    @Nullable
    String patients;

    @QueryParam("profile")
    @Nullable
    String profile;

    /** Of the data set that gets a new version. */
    String name() {
        if (name == null || !name.matches("[A-Za-z0-9][A-Za-z0-9_. -]{0,99}")) {
            throw ProblemException.invalid(
                    "name '" + name + "' must be of letters, digits, space, '-', '_' and '.', at most 100");
        }
        return name;
    }

    DatasetImport.Format format() {
        if (format == null) {
            throw ProblemException.invalid("format is missing: NIFTI, IMAGE_FOLDER, NPZ or ARCHIVE");
        }
        return format;
    }

    /** {@code CLASSIFICATION} or {@code SEGMENTATION}. */
    Optional<String> task() {
        return Optional.ofNullable(task);
    }

    /** JSON list of names or label definitions. */
    Optional<String> labels() {
        return Optional.ofNullable(labels);
    }

    Optional<Long> seed() {
        return Optional.ofNullable(seed);
    }

    /** Per cent of train, tune and test, such as {@code 70/15/15}. */
    Optional<String> split() {
        return Optional.ofNullable(split);
    }

    /** JSON object: the patient of each file. */
    Optional<String> patients() {
        return Optional.ofNullable(patients);
    }

    /** That series of the archive are de-identified with. */
    Optional<String> profile() {
        return Optional.ofNullable(profile);
    }
}
