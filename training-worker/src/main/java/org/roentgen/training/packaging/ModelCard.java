package org.roentgen.training.packaging;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.roentgen.domain.dataset.LabelDefinition;
import org.roentgen.domain.model.ModelManifest;
import org.roentgen.imaging.metrics.Bootstrap;
import org.roentgen.network.StepOptions;
import org.roentgen.training.evaluation.Comparison;
import org.roentgen.training.evaluation.EvaluationReport;
import org.roentgen.training.evaluation.Subgroup;
import org.roentgen.training.evaluation.Variant;
import org.roentgen.training.plan.TrainingPlan;
import org.roentgen.training.task.Evaluation;

/** The model card: Markdown for people who decide about a release. */
public final class ModelCard {
    private static final Pattern OF_A_LABEL = Pattern.compile(".+\\.(\\d+)");

    private final List<LabelDefinition> labels;
    private final StringBuilder text = new StringBuilder();

    private ModelCard(ModelManifest manifest) {
        labels = manifest.labels();
    }

    static String write(ModelManifest manifest, EvaluationReport report, TrainingPlan plan) {
        ModelCard card = new ModelCard(manifest);
        card.head(manifest);
        card.performance(report.evaluation());
        card.subgroups(report.subgroups());
        report.comparison().ifPresent(card::comparison);
        card.variants(report.variants());
        card.training(manifest, plan);
        return card.text.toString();
    }

    /** The card of a model that was trained elsewhere and not evaluated here. */
    public static String ofForeign(ModelManifest manifest) {
        ModelCard card = new ModelCard(manifest);
        card.head(manifest);
        card.line("## How it was made");
        card.line("- Trained elsewhere: " + manifest.network());
        card.task(manifest);
        card.line("- Input: " + manifest.inputs().getFirst().shape());
        card.code(manifest);
        return card.text.toString();
    }

    private void head(ModelManifest manifest) {
        line("# " + manifest.name());
        line("");
        line("**Intended use.** " + manifest.intendedUse());
        line("");
        line("## Warnings");
        manifest.warnings().forEach(warning -> line("- " + warning));
        line("");
    }

    private void performance(Evaluation evaluation) {
        line("## Performance on the locked test split (" + evaluation.caseCount() + " cases)");
        line("| metric | value | 95% confidence interval |");
        line("|---|---|---|");
        evaluation.metrics().forEach((name, value) -> {
            Bootstrap.Interval interval = evaluation.intervals().get(name);
            String range = interval == null ? "" : number(interval.lower()) + " to " + number(interval.upper());
            line("| " + named(name) + " | " + number(value) + " | " + range + " |");
        });
        line("");
        if (!evaluation.operatingPoints().isEmpty()) {
            line("| operating point | threshold | sensitivity | specificity | PPV | NPV |");
            line("|---|---|---|---|---|---|");
            evaluation
                    .operatingPoints()
                    .forEach(point -> line("| " + point.name() + " | "
                            + Stream.of(
                                            point.threshold(),
                                            point.sensitivity(),
                                            point.specificity(),
                                            point.ppv(),
                                            point.npv())
                                    .map(ModelCard::number)
                                    .collect(Collectors.joining(" | "))
                            + " |"));
            line("");
        }
        evaluation.confusion().ifPresent(rows -> {
            line("Cases by true class (rows) and predicted class (columns):");
            line("");
            rows.forEach(row -> line("    " + row));
            line("");
        });
    }

    private void subgroups(List<Subgroup> groups) {
        line("## Groups of patients and devices");
        if (groups.isEmpty()) {
            line(
                    "The dataset version tells neither sex, age, device nor site of the test cases: it is not known whether"
                            + " the model serves all groups alike.");
            line("");
            return;
        }
        List<String> metrics = groups.stream()
                .flatMap(group -> group.metrics().keySet().stream())
                .distinct()
                .sorted()
                .toList();
        line("| group | cases | " + String.join(" | ", metrics) + " | remark |");
        line("|---|---|" + "---|".repeat(metrics.size()) + "---|");
        for (Subgroup group : groups) {
            String values = metrics.stream()
                    .map(metric -> cell(group.metrics().get(metric)))
                    .collect(Collectors.joining(" | "));
            String remark = (group.gaps().isEmpty() ? "" : "worse than all cases: " + String.join(", ", group.gaps()))
                    + (group.isSmall() ? " few cases" : "");
            line("| " + group.attribute() + " " + group.value() + " | " + group.cases() + " | " + values + " | "
                    + remark.strip() + " |");
        }
        line("");
    }

    private void variants(List<Variant> variants) {
        line("## Smaller forms");
        line("| file | size | time of a call | largest difference of a score | loss | kept |");
        line("|---|---|---|---|---|---|");
        variants.forEach(variant -> line("| " + variant.file() + " | " + Math.round(100 * variant.share()) + " % | "
                + String.format(Locale.ROOT, "%.2f times | ", variant.time())
                + String.format(Locale.ROOT, "%.2e", variant.maxAbsDifference()) + " | " + number(variant.loss())
                + " of " + variant.metric() + " on " + variant.cases() + " cases | "
                + variant.refusal().map(why -> "no: " + why).orElse("yes") + " |"));
        line("");
    }

    private static String cell(Bootstrap.@Nullable Interval interval) {
        return interval == null
                ? ""
                : number(interval.estimate()) + " (" + number(interval.lower()) + " to " + number(interval.upper())
                        + ")";
    }

    private void comparison(Comparison comparison) {
        line("## Beside the model in production");
        if (comparison.refusal().isPresent()) {
            line("Not compared: " + comparison.refusal().get() + ".");
            line("");
            return;
        }
        line("On the same " + comparison.cases() + " test cases (" + comparison.excluded()
                + " left out, for the model in production has learned from their patients):");
        line("");
        line("| metric | this model | in production | difference (95% interval) | p | test |");
        line("|---|---|---|---|---|---|");
        comparison
                .metrics()
                .forEach(metric -> line("| " + named(metric.name()) + " | " + number(metric.value()) + " | "
                        + number(metric.reference()) + " | "
                        + cell(new Bootstrap.Interval(metric.difference(), metric.lower(), metric.upper())) + " | "
                        + number(metric.pValue()) + " | " + metric.method() + " |"));
        line("");
    }

    private void training(ModelManifest manifest, TrainingPlan plan) {
        line("## How it was made");
        task(manifest);
        line("- Network: " + manifest.network() + " " + plan.networkOptions() + ", "
                + plan.program().network().parameterCount() + " parameters");
        line("- Training: " + plan.epochs() + " epochs of " + plan.stepsPerEpoch() + " steps, batch " + plan.batchSize()
                + ", learning rate " + plan.learningRate() + ", seed " + plan.seed());
        StepOptions options = plan.program().options();
        line("- Optimisation: " + plan.program().loss() + ", " + plan.program().optimizer() + ", "
                + plan.program().precision()
                + plan.optimization()
                        .schedule()
                        .map(schedule -> ", " + schedule)
                        .orElse("")
                + plan.optimization()
                        .patience()
                        .map(patience -> ", patience of " + patience + " epochs")
                        .orElse("")
                + ", augmentation " + plan.augmentation().augmentations()
                + (plan.optimization().mirror() ? ", images mirrored" : "")
                + (options.averages() ? ", weights averaged by " + options.averageDecay() : ""));
        line("- Dataset version: " + manifest.datasetManifest());
        code(manifest);
        line(String.format(
                Locale.ROOT,
                "- ONNX Runtime against PyTorch: largest difference %.2e on %d inputs (tolerance %.0e)",
                manifest.parity().maxAbsDifference(),
                manifest.parity().inputs(),
                manifest.parity().tolerance()));
    }

    private void task(ModelManifest manifest) {
        line("- Task: " + manifest.task() + "; labels: "
                + manifest.labels().stream()
                        .map(label -> label.value() + " " + label.name())
                        .toList());
    }

    private void code(ModelManifest manifest) {
        line("- Code: " + manifest.codeVersion()
                + manifest.software().entrySet().stream()
                        .map(entry -> ", " + entry.getKey() + " " + entry.getValue())
                        .collect(Collectors.joining()));
    }

    /** {@code dice.1} with the name of the label 1 behind it. */
    private String named(String metric) {
        Matcher number = OF_A_LABEL.matcher(metric);
        return labels.stream()
                .filter(label -> number.matches() && number.group(1).equals(Integer.toString(label.value())))
                .map(label -> metric + " (" + label.name() + ")")
                .findFirst()
                .orElse(metric);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
