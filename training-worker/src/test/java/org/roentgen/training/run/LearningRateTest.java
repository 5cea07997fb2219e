package org.roentgen.training.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roentgen.domain.model.Optimization.Schedule;

class LearningRateTest {
    /** 1000 steps, of which the first 50 warm up, except in one cycle. */
    @ParameterizedTest
    @CsvSource({
        "CONSTANT, 0, 0.0196",
        "CONSTANT, 49, 0.9804",
        "CONSTANT, 50, 1",
        "CONSTANT, 999, 1",
        "COSINE, 50, 1",
        "COSINE, 525, 0.505",
        "COSINE, 999, 0.01",
        "POLYNOMIAL, 50, 1",
        "POLYNOMIAL, 525, 0.5359",
        "POLYNOMIAL, 999, 0.0021",
        "ONE_CYCLE, 0, 0.01",
        "ONE_CYCLE, 150, 0.505",
        "ONE_CYCLE, 300, 1",
        "ONE_CYCLE, 999, 0.01"
    })
    void followsTheSchedule(Schedule schedule, int step, float expected) {
        assertThat(LearningRate.over(schedule, 1, 1000).at(step)).isEqualTo(expected, offset(1e-4f));
    }
}
