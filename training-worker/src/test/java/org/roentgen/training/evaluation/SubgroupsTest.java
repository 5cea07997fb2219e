package org.roentgen.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.roentgen.domain.dataset.CaseAttribute;
import org.roentgen.domain.object.ObjectId;
import org.roentgen.training.task.Evaluation.CaseResult;

class SubgroupsTest {
    private static final ObjectId OTHER = new ObjectId("0".repeat(64));
    private final List<CaseResult> results = new ArrayList<>();
    private final Map<String, Map<CaseAttribute, String>> attributes = new HashMap<>();
    private final Random random = new Random(1);

    /** Cases whose score follows their label with a strength. */
    private void add(int count, double strength, Map<CaseAttribute, String> known) {
        for (int i = 0; i < count; i++) {
            int label = i % 2;
            double probability = 1 / (1 + Math.exp(-(strength * (2 * label - 1) + random.nextGaussian())));
            String id = "case-" + results.size();
            results.add(classified(id, label, probability));
            attributes.put(id, known);
        }
    }

    private static CaseResult classified(String id, int label, double probability) {
        return new CaseResult(
                id,
                Map.of(
                        "label",
                        (double) label,
                        CaseResult.probability(0),
                        1 - probability,
                        CaseResult.probability(1),
                        probability));
    }

    @Test
    void aGroupThatIsServedWorseIsFlagged() {
        add(100, 2, Map.of(CaseAttribute.SEX, "F"));
        add(60, 0.3, Map.of(CaseAttribute.SEX, "M"));
        List<Subgroup> groups = Subgroups.of(results, attributes, Optional.of(0.5));
        assertThat(groups).extracting(Subgroup::value).containsExactly("F", "M");
        assertThat(groups.getFirst().gaps()).isEmpty();
        assertThat(groups.getFirst().metrics()).containsOnlyKeys("auc", "accuracy", "sensitivity", "specificity");
        Subgroup worse = groups.getLast();
        assertThat(worse.gaps()).contains("auc", "accuracy");
        assertThat(worse.cases()).isEqualTo(60);
        assertThat(worse.isSmall()).isFalse();
        assertThat(worse.metrics())
                .hasEntrySatisfying("auc", auc -> assertThat(auc.upper()).isGreaterThan(auc.estimate()));
    }

    @Test
    void smallGroupsAndUnknownOnesAreShown() {
        add(100, 2, Map.of(CaseAttribute.AGE_BAND, "40-59"));
        add(6, 2, Map.of(CaseAttribute.AGE_BAND, "80+"));
        add(30, 2, Map.of());
        assertThat(Subgroups.of(results, attributes, Optional.empty()))
                .extracting(Subgroup::value, Subgroup::cases, Subgroup::isSmall)
                .containsExactly(tuple("40-59", 100, false), tuple("80+", 6, true), tuple("unknown", 30, false));
    }

    @Test
    void withoutAttributesThereAreNoGroups() {
        add(10, 2, Map.of());
        assertThat(Subgroups.of(results, attributes, Optional.empty())).isEmpty();
    }

    @Test
    void aGroupOfOneClassHasNoCurve() {
        results.add(classified("one", 1, 0.9));
        results.add(classified("two", 0, 0.2));
        attributes.put("one", Map.of(CaseAttribute.SITE, "a"));
        attributes.put("two", Map.of(CaseAttribute.SITE, "b"));
        assertThat(Subgroups.of(results, attributes, Optional.empty()))
                .allSatisfy(group -> assertThat(group.metrics()).containsOnlyKeys("accuracy"));
    }

    @Test
    void aBetterModelIsToldFromOneThatIsAlike() {
        add(200, 1, Map.of());
        List<CaseResult> same = List.copyOf(results);
        List<CaseResult> better = results.stream()
                .map(result -> {
                    int label = (int) value(result, "label");
                    double odds = Math.log(value(result, "probability.1") / value(result, "probability.0"));
                    return classified(result.id(), label, 1 / (1 + Math.exp(-odds - 2 * label + 1)));
                })
                .toList();
        Comparison compared = Comparisons.of(OTHER, better, same, 3);
        assertThat(compared.cases()).isEqualTo(200);
        assertThat(compared.excluded()).isEqualTo(3);
        Comparison.Metric auc = compared.metrics().getFirst();
        assertThat(auc.name()).isEqualTo("auc");
        assertThat(auc.method()).isEqualTo(Comparison.Method.DELONG);
        assertThat(auc.lower()).isPositive();
        assertThat(auc.pValue()).isLessThan(0.001);
        assertThat(compared.metrics().getLast().method()).isEqualTo(Comparison.Method.PAIRED_BOOTSTRAP);
        assertThat(Comparisons.of(OTHER, same, same, 0).metrics())
                .allSatisfy(metric -> assertThat(metric.pValue()).isEqualTo(1));
    }

    @Test
    void segmentationsAreComparedByTheirDice() {
        List<CaseResult> reference = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            double dice = 0.6 + 0.3 * random.nextDouble();
            results.add(new CaseResult("case-" + i, Map.of("dice", dice + 0.01, "dice.1", dice + 0.01)));
            reference.add(new CaseResult("case-" + i, Map.of("dice", dice, "dice.1", dice)));
        }
        Comparison compared = Comparisons.of(OTHER, results, reference.subList(0, 30), 10);
        assertThat(compared.cases()).isEqualTo(30);
        assertThat(compared.metrics()).extracting(Comparison.Metric::name).containsExactly("dice", "dice.1");
        assertThat(compared.metrics().getFirst().difference()).isCloseTo(0.01, within(1e-9));
        assertThat(compared.metrics().getFirst().pValue()).isLessThan(0.01);
    }

    @Test
    void withoutACommonCaseNothingIsCompared() {
        add(10, 1, Map.of());
        assertThat(Comparisons.of(OTHER, results, List.of(), 10).refusal()).isPresent();
    }

    private static double value(CaseResult result, String name) {
        return result.values().getOrDefault(name, Double.NaN);
    }
}
