package org.roentgen.training.task;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roentgen.imaging.LabelVolume;
import org.roentgen.imaging.VolumeGrid;
import org.roentgen.imaging.prediction.InferencePlan.Cleanup;

class CleanupChoiceTest {
    @ParameterizedTest
    @CsvSource({
        // a prediction without islands gains nothing
        "0111022200, 0111022200, NONE",
        // an island of label 1 far from its organ
        "0111000010, 0111000000, LARGEST_OF_EACH_LABEL",
        // a label may lie on both sides of another in one organ
        "1122100110, 1122100000, LARGEST_FOREGROUND",
        // the island is right: nothing may be removed
        "0111000010, 0111000010, NONE"
    })
    void keepsWhatTheReferenceSpeaksFor(String predicted, String reference, Cleanup expected) {
        CleanupChoice choice = new CleanupChoice(3);
        choice.add(volume(predicted), volume(reference));
        assertThat(choice.best()).isEqualTo(expected);
    }

    private static LabelVolume volume(String labels) {
        byte[] values = new byte[labels.length()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) (labels.charAt(i) - '0');
        }
        return new LabelVolume(VolumeGrid.flat(values.length, 1), values);
    }
}
