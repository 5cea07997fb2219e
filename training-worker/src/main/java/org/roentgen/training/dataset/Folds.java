package org.roentgen.training.dataset;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.roentgen.domain.dataset.DatasetCase;
import org.roentgen.domain.dataset.DatasetManifest;
import org.roentgen.domain.dataset.Split;
import org.roentgen.domain.error.ErrorCode;
import org.roentgen.domain.error.RoentgenException;

/**
 * Cross-validation by patients: the patients outside of the test split are dealt out to folds, those of each class evenly; in each
 * fold its own patients are the tune split and the others the train split. The test split stays locked.
 */
public final class Folds {
    private Folds() {}

    /**
     * The data as a fold sees them.
     *
     * @param fold from 0
     * @throws RoentgenException INVALID_TRAINING_SPEC when there are fewer patients than folds
     */
    public static DatasetManifest of(DatasetManifest all, int folds, int fold, long seed) {
        Map<String, Integer> foldOfPatient = deal(all, folds, seed);
        List<DatasetCase> cases = all.cases().stream()
                .map(each -> each.split() == Split.TEST
                        ? each
                        : each.withSplit(
                                foldOfPatient.getOrDefault(each.patient(), 0) == fold ? Split.TUNE : Split.TRAIN))
                .toList();
        return new DatasetManifest(all.schemaVersion(), all.name(), all.task(), all.source(), all.labels(), cases);
    }

    private static Map<String, Integer> deal(DatasetManifest all, int folds, long seed) {
        Map<String, String> stratumOfPatient = new TreeMap<>();
        all.cases().stream()
                .filter(each -> each.split() != Split.TEST)
                .forEach(each -> stratumOfPatient.putIfAbsent(each.patient(), each.label() + " " + each.labels()));
        if (stratumOfPatient.size() < folds) {
            throw new RoentgenException(
                    ErrorCode.INVALID_TRAINING_SPEC,
                    "There are " + stratumOfPatient.size() + " patients outside of the test split for " + folds
                            + " folds; choose fewer folds or import more patients");
        }
        Map<String, List<String>> strata = new TreeMap<>();
        stratumOfPatient.forEach((patient, stratum) ->
                strata.computeIfAbsent(stratum, name -> new ArrayList<>()).add(patient));
        Random random = new Random(seed);
        Map<String, Integer> dealt = new HashMap<>();
        for (List<String> patients : strata.values()) {
            Collections.shuffle(patients, random);
            patients.forEach(patient -> dealt.put(patient, dealt.size() % folds));
        }
        return dealt;
    }
}
