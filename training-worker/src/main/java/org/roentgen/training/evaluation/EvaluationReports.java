package org.roentgen.training.evaluation;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.roentgen.domain.dataset.CaseAttribute;
import org.roentgen.domain.dataset.DatasetCase;
import org.roentgen.domain.dataset.DatasetManifest;
import org.roentgen.domain.dataset.Split;
import org.roentgen.domain.object.NoSuchObjectException;
import org.roentgen.domain.object.ObjectId;
import org.roentgen.domain.object.ObjectStore;
import org.roentgen.training.dataset.DatasetLoader;
import org.roentgen.training.dataset.PreparedCase;
import org.roentgen.training.task.Evaluation;
import org.roentgen.training.task.Evaluation.CaseResult;

/** Adds to an evaluation how groups of cases fare and how another model does on the same cases. */
public final class EvaluationReports {
    private final ObjectStore store;
    private final ObjectMapper json;
    private final PackageLoader packages;

    public EvaluationReports(ObjectStore store, ObjectMapper json, PackageLoader packages) {
        this.store = store;
        this.json = json;
        this.packages = packages;
    }

    /** @param production package to compare with */
    public EvaluationReport of(
            Evaluation evaluation,
            List<PreparedCase> test,
            DatasetLoader dataset,
            Optional<ObjectId> production,
            List<Variant> variants)
            throws IOException {
        Map<String, Map<CaseAttribute, String>> attributes = test.stream()
                .map(PreparedCase::origin)
                .collect(Collectors.toMap(DatasetCase::id, DatasetCase::attributes));
        Optional<Comparison> comparison = production.isEmpty()
                ? Optional.empty()
                : Optional.of(compare(evaluation, test, dataset, production.get()));
        return new EvaluationReport(
                evaluation,
                Subgroups.of(evaluation.cases(), attributes, evaluation.operatingPoint()),
                comparison,
                variants,
                Map.of());
    }

    private Comparison compare(
            Evaluation evaluation, List<PreparedCase> test, DatasetLoader dataset, ObjectId production)
            throws IOException {
        try (PackagedModel reference = packages.open(production)) {
            return compare(cases -> evaluation.cases(), test, dataset, production, reference);
        }
    }

    /**
     * Runs two registered models on the same test cases: those of the first one's data set, or of the other's where the first was
     * trained elsewhere.
     *
     * @throws org.roentgen.domain.error.RoentgenException when a package or a case cannot be used
     */
    public Comparison compare(ObjectId modelPackage, ObjectId production) throws IOException {
        try (PackagedModel model = packages.open(modelPackage);
                PackagedModel reference = packages.open(production)) {
            Optional<DatasetManifest> data = withCases(model).or(() -> withCases(reference));
            if (data.isEmpty()) {
                return Comparison.refused(production, 0, "neither model has test cases in this installation");
            }
            DatasetLoader dataset = new DatasetLoader(data.get(), store);
            if (!model.hasLabels(dataset.labels())) {
                return Comparison.refused(production, 0, "the model has other labels than the test cases");
            }
            List<PreparedCase> test = dataset.prepare(Split.TEST, model.recipe());
            return compare(cases -> model.judge(cases, dataset::read), test, dataset, production, reference);
        }
    }

    private Optional<DatasetManifest> withCases(PackagedModel model) {
        try {
            DatasetManifest data =
                    json.readValue(store.read(model.manifest().datasetManifest()), DatasetManifest.class);
            return data.cases().isEmpty() ? Optional.empty() : Optional.of(data);
        } catch (NoSuchObjectException foreign) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(
                    "The data set of model " + model.manifest().name(), unreadable);
        }
    }

    private Comparison compare(
            Function<List<PreparedCase>, List<CaseResult>> judged,
            List<PreparedCase> test,
            DatasetLoader dataset,
            ObjectId production,
            PackagedModel reference)
            throws IOException {
        if (!reference.hasLabels(dataset.labels())) {
            return Comparison.refused(production, 0, "the model in production has other labels than the data set");
        }
        Set<String> learned = learned(reference.manifest().datasetManifest());
        List<PreparedCase> unseen = test.stream()
                .filter(each -> !learned.contains(each.origin().patient()))
                .toList();
        return Comparisons.of(
                production, judged.apply(unseen), reference.judge(unseen, dataset::read), test.size() - unseen.size());
    }

    /** The patients that a model has seen; nobody where its data set is not of this installation. */
    private Set<String> learned(ObjectId manifest) throws IOException {
        try {
            return json.readValue(store.read(manifest), DatasetManifest.class).cases().stream()
                    .filter(each -> each.split() != Split.TEST)
                    .map(DatasetCase::patient)
                    .collect(Collectors.toSet());
        } catch (NoSuchObjectException foreign) {
            return Set.of();
        }
    }
}
