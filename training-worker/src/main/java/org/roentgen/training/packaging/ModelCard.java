package org.roentgen.training.packaging;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.roentgen.domain.model.ModelManifest;
import org.roentgen.imaging.metrics.Bootstrap;
import org.roentgen.training.plan.TrainingPlan;
import org.roentgen.training.task.Evaluation;

/** The model card: Markdown for people who decide about a release. */
final class ModelCard {
    private final StringBuilder text = new StringBuilder();

    private ModelCard() {}

    static String write(ModelManifest manifest, Evaluation evaluation, TrainingPlan plan) {
        ModelCard card = new ModelCard();
        card.line("# " + manifest.name());
        card.line("");
        card.line("**Intended use.** " + manifest.intendedUse());
        card.line("");
        card.line("## Warnings");
        manifest.warnings().forEach(warning -> card.line("- " + warning));
        card.line("");
        card.performance(evaluation);
        card.training(manifest, plan);
        return card.text.toString();
    }

    private void performance(Evaluation evaluation) {
        line("## Performance on the locked test split (" + evaluation.caseCount() + " cases)");
        line("| metric | value | 95% confidence interval |");
        line("|---|---|---|");
        evaluation.metrics().forEach((name, value) -> {
            Bootstrap.Interval interval = evaluation.intervals().get(name);
            String range = interval == null ? "" : number(interval.lower()) + " to " + number(interval.upper());
            line("| " + name + " | " + number(value) + " | " + range + " |");
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

    private void training(ModelManifest manifest, TrainingPlan plan) {
        line("## How it was made");
        line("- Task: " + manifest.task() + "; labels: "
                + manifest.labels().stream()
                        .map(label -> label.value() + " " + label.name())
                        .toList());
        line("- Network: " + manifest.network() + " " + plan.networkOptions() + ", "
                + plan.program().network().parameterCount() + " parameters");
        line("- Training: " + plan.epochs() + " epochs of " + plan.stepsPerEpoch() + " steps, batch " + plan.batchSize()
                + ", learning rate " + plan.learningRate() + ", seed " + plan.seed());
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
                + (plan.optimization().mirror() ? ", images mirrored" : ""));
        line("- Dataset version: " + manifest.datasetManifest());
        line("- Code: " + manifest.codeVersion());
        line(String.format(
                Locale.ROOT,
                "- ONNX Runtime against PyTorch: largest difference %.2e on %d inputs (tolerance %.0e)",
                manifest.parity().maxAbsDifference(),
                manifest.parity().inputs(),
                manifest.parity().tolerance()));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
