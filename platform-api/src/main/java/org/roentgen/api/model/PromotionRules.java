package org.roentgen.api.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/** Holds rules against the evidence of a version. */
final class PromotionRules {
    private final Evidence evidence;

    PromotionRules(Evidence evidence) {
        this.evidence = evidence;
    }

    List<RuleCheck> check(List<PromotionRule> rules) {
        return rules.stream()
                .filter(rule -> !rule.kind().isLimitOfAgreement())
                .map(this::check)
                .toList();
    }

    private RuleCheck check(PromotionRule rule) {
        return switch (rule.kind()) {
            case MINIMUM_METRIC -> minimum(rule);
            case SUBGROUP_MINIMUM -> subgroupMinimum(rule);
            case NO_SUBGROUP_GAP -> noGap(rule);
            case NOT_WORSE_THAN_PRODUCTION -> notWorse(rule);
            case BETTER_THAN_PRODUCTION -> better(rule);
            case CARD_FILLED -> cardFilled(rule);
            case SHADOW_SAME_MASK, SHADOW_FINDING_PRESENT ->
                throw new IllegalArgumentException(rule.kind() + " demands nothing of a version");
        };
    }

    private RuleCheck minimum(PromotionRule rule) {
        String metric = rule.metric().orElseThrow();
        double least = rule.value().orElseThrow();
        String demanded = metric + " of at least " + number(least);
        JsonNode value = evidence.evaluation().path("metrics").path(metric);
        if (!value.isNumber()) {
            return RuleCheck.failed(
                    rule, demanded, "the evaluation has no " + metric, "name a metric of it in the rule");
        }
        String found = metric + " " + number(value.asDouble());
        return value.asDouble() >= least
                ? RuleCheck.passed(rule, demanded, found)
                : RuleCheck.failed(rule, demanded, found, "train a better version");
    }

    private RuleCheck subgroupMinimum(PromotionRule rule) {
        String metric = rule.metric().orElseThrow();
        double least = rule.value().orElseThrow();
        String demanded = metric + " of at least " + number(least) + " in every group that is not small";
        List<String> below = new ArrayList<>();
        int judged = 0;
        for (JsonNode group : evidence.evaluation().path("subgroups")) {
            JsonNode value = group.path("metrics").path(metric).path("estimate");
            if (group.path("isSmall").asBoolean() || !value.isNumber()) {
                continue;
            }
            judged++;
            if (value.asDouble() < least) {
                below.add(name(group) + " " + number(value.asDouble()));
            }
        }
        if (judged == 0) {
            return RuleCheck.failed(
                    rule,
                    demanded,
                    "no group of the test split can be judged by " + metric,
                    "import data that tell sex, age, device or site, with at least 20 test cases in a group");
        }
        return below.isEmpty()
                ? RuleCheck.passed(rule, demanded, judged + " groups reach it")
                : RuleCheck.failed(
                        rule, demanded, String.join(", ", below), "add cases of these groups to the training data");
    }

    private RuleCheck noGap(PromotionRule rule) {
        String demanded = "no group that is worse than all cases";
        List<String> gaps = new ArrayList<>();
        for (JsonNode group : evidence.evaluation().path("subgroups")) {
            for (JsonNode metric : group.path("gaps")) {
                gaps.add(name(group) + " " + metric.asText() + " "
                        + number(group.path("metrics")
                                .path(metric.asText())
                                .path("estimate")
                                .asDouble()));
            }
        }
        return gaps.isEmpty()
                ? RuleCheck.passed(
                        rule, demanded, evidence.evaluation().path("subgroups").size() + " groups, none flagged")
                : RuleCheck.failed(
                        rule, demanded, String.join(", ", gaps), "add cases of these groups to the training data");
    }

    private RuleCheck notWorse(PromotionRule rule) {
        double margin = rule.value().orElseThrow();
        String demanded =
                rule.metric().orElseThrow() + " at most " + number(margin) + " below the version in production";
        return compared(rule, demanded, metric -> metric.path("difference").asDouble(Double.NaN) >= -margin);
    }

    private RuleCheck better(PromotionRule rule) {
        String demanded = rule.metric().orElseThrow() + " above the version in production with 95% confidence";
        return compared(rule, demanded, metric -> metric.path("lower").asDouble(Double.NaN) > 0);
    }

    private RuleCheck compared(PromotionRule rule, String demanded, Predicate<JsonNode> holds) {
        if (evidence.production().isEmpty()) {
            return RuleCheck.passed(rule, demanded, "nothing is in production");
        }
        if (evidence.comparison().isEmpty()) {
            return notCompared(rule, demanded);
        }
        JsonNode comparison = evidence.comparison().get();
        if (comparison.path("refusal").isTextual()) {
            return RuleCheck.failed(
                    rule,
                    demanded,
                    comparison.path("refusal").asText(),
                    "train and test both on data sets with the same labels and test cases of other patients");
        }
        String wanted = rule.metric().orElseThrow();
        Optional<JsonNode> metric = StreamSupport.stream(
                        comparison.path("metrics").spliterator(), false)
                .filter(each -> each.path("name").asText().equals(wanted))
                .findFirst();
        if (metric.isEmpty()) {
            return RuleCheck.failed(
                    rule, demanded, "the comparison has no " + wanted, "name a metric of it in the rule");
        }
        String found = String.format(
                Locale.ROOT,
                "%s %s beside %s on %d cases: difference %s (%s to %s), p %s",
                wanted,
                number(metric.get().path("value").asDouble()),
                number(metric.get().path("reference").asDouble()),
                comparison.path("cases").asInt(),
                number(metric.get().path("difference").asDouble()),
                number(metric.get().path("lower").asDouble()),
                number(metric.get().path("upper").asDouble()),
                number(metric.get().path("pValue").asDouble()));
        return holds.test(metric.get())
                ? RuleCheck.passed(rule, demanded, found)
                : RuleCheck.failed(rule, demanded, found, "train a better version");
    }

    private RuleCheck notCompared(PromotionRule rule, String demanded) {
        Optional<LaterComparison> later = evidence.later();
        if (later.isEmpty()) {
            return RuleCheck.failed(
                    rule,
                    demanded,
                    "it was not compared with the version that is in production now",
                    "start the comparison on the page of the model version");
        }
        return later.get().state().isTerminal()
                ? RuleCheck.failed(
                        rule,
                        demanded,
                        "the comparison with the version in production ended "
                                + later.get().state()
                                + later.get()
                                        .cause()
                                        .map(cause -> ": " + cause.message())
                                        .orElse(""),
                        "start the comparison again")
                : RuleCheck.failed(
                        rule,
                        demanded,
                        "the comparison with the version in production is on its way",
                        "wait some minutes for it");
    }

    private RuleCheck cardFilled(PromotionRule rule) {
        String demanded = "intended use and limitations in people's words on the model card";
        Set<CardSection> missing = EnumSet.copyOf(CardSection.NEEDED);
        missing.removeAll(evidence.written());
        return missing.isEmpty()
                ? RuleCheck.passed(rule, demanded, "both are written")
                : RuleCheck.failed(
                        rule,
                        demanded,
                        "missing: "
                                + String.join(
                                        ", ",
                                        missing.stream().map(CardSection::title).toList()),
                        "write them on the page of the model version");
    }

    private static String name(JsonNode group) {
        return group.path("attribute").asText() + " " + group.path("value").asText();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
