package org.roentgen.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roentgen.dicom.geometry.Affine;
import org.roentgen.domain.dataset.DatasetCase;
import org.roentgen.domain.dataset.ImageEncoding;
import org.roentgen.domain.dataset.ImageReference;
import org.roentgen.domain.dataset.Split;
import org.roentgen.domain.object.ObjectId;
import org.roentgen.imaging.LabelVolume;
import org.roentgen.imaging.Volume;
import org.roentgen.imaging.VolumeGrid;
import org.roentgen.imaging.recipe.Recipe;
import org.roentgen.training.dataset.PreparedCase;
import org.roentgen.training.task.Evaluation.CaseResult;

/** Of many outlined cases, only the worst have pictures with contours. */
class CasePicturesTest {
    private static final VolumeGrid GRID = new VolumeGrid(16, 16, 2, Affine.IDENTITY);
    private static final int CASES = 24;
    private static final int KEPT = 5;

    /** A case whose prediction lacks so many of its 16 columns. */
    private record Outlined(PreparedCase prepared, Volume image, LabelVolume predicted, double score) {
        static Outlined of(int number, int missing) {
            byte[] labels = new byte[GRID.voxelCount()];
            byte[] found = new byte[labels.length];
            float[] voxels = new float[labels.length];
            for (int voxel = 0; voxel < labels.length; voxel++) {
                int column = voxel % GRID.width();
                labels[voxel] = 1;
                found[voxel] = (byte) (column < missing ? 0 : 1);
                voxels[voxel] = column + number;
            }
            DatasetCase origin = new DatasetCase(
                    "case-" + number,
                    "patient-" + number,
                    Split.TEST,
                    new ImageReference(new ObjectId("0".repeat(64)), ImageEncoding.NIFTI, 0),
                    Optional.empty(),
                    OptionalInt.empty());
            Volume image = new Volume(GRID, voxels);
            PreparedCase prepared = new PreparedCase(
                    origin, Recipe.of().apply(image), labels, Optional.of(new LabelVolume(GRID, labels)));
            return new Outlined(prepared, image, new LabelVolume(GRID, found), 1 - missing / 16.0);
        }

        byte[] picture() {
            LabelVolume reference = prepared.reference().orElseThrow();
            return CasePicture.png(image, Optional.of(new CasePicture.Outlines(reference, predicted)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"worst first", "best first", "shuffled", "all alike"})
    void theWorstAreThoseOfTheSortedResults(String order) {
        List<Outlined> cases = cases(order);
        CasePictures pictures = new CasePictures(origin -> List.of(image(cases, origin)), KEPT);
        cases.forEach(each -> pictures.outlined(each.prepared(), each.image(), each.predicted(), each.score()));
        List<Outlined> sorted = new ArrayList<>(cases);
        sorted.sort(Comparator.comparingDouble(Outlined::score));
        for (int place = 0; place < CASES; place++) {
            Outlined each = sorted.get(place);
            byte[] plain = CasePicture.png(each.image(), Optional.empty());
            assertThat(pictures.png(each.prepared()))
                    .as("%s in place %d", each.prepared().origin().id(), place)
                    .isEqualTo(place < KEPT ? each.picture() : plain);
        }
    }

    @Test
    void imagesAreReadAgainOnlyOfCasesWithoutMasks() {
        List<Outlined> cases = cases("shuffled");
        AtomicInteger reads = new AtomicInteger();
        CasePictures pictures = new CasePictures(origin -> {
            reads.incrementAndGet();
            return List.of(image(cases, origin));
        });
        cases.forEach(each -> pictures.outlined(each.prepared(), each.image(), each.predicted(), each.score()));
        List<CaseResult> results = cases.stream()
                .sorted(Comparator.comparingDouble(Outlined::score))
                .map(each -> new CaseResult(each.prepared().origin().id(), Map.of("dice", each.score())))
                .toList();
        WorstCases worst =
                WorstCases.of(results, cases.stream().map(Outlined::prepared).toList(), pictures);
        assertThat(worst.files()).hasSize(WorstCases.MOST);
        assertThat(reads).hasValue(0);
    }

    private static Volume image(List<Outlined> cases, DatasetCase origin) {
        return cases.stream()
                .filter(each -> each.prepared().origin().equals(origin))
                .findFirst()
                .orElseThrow()
                .image();
    }

    private static List<Outlined> cases(String order) {
        List<Outlined> cases = new ArrayList<>();
        for (int number = 0; number < CASES; number++) {
            cases.add(Outlined.of(number, order.equals("all alike") ? 8 : number / 2 + 1));
        }
        switch (order) {
            case "worst first" -> Collections.reverse(cases);
            case "shuffled" -> Collections.shuffle(cases, new Random(1));
            default -> {}
        }
        return cases;
    }
}
