package org.roentgen.training.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParallelismTest {
    @ParameterizedTest
    @CsvSource({
        // cores, device, threads asked, trainings asked, threads, trainings
        "1, cpu, , , 1, 1",
        "2, cpu, , , 2, 1",
        "4, cpu, , , 2, 2",
        "16, cpu, , , 8, 2",
        "16, cpu, 4, , 4, 4",
        "2, cpu, 4, , 4, 1",
        "2, cpu, 1, 2, 1, 2",
        "2, cpu, , 2, 2, 2",
        "16, cuda:0, , , 8, 1",
        "16, cuda:0, , 3, 8, 3"
    })
    void processorsAreSharedUnlessSomethingElseIsAskedFor(
            int cores,
            String device,
            @Nullable Integer askedThreads,
            @Nullable Integer askedTrainings,
            int threads,
            int trainings) {
        int chosen = Parallelism.threads(cores, optional(askedThreads));
        assertThat(Parallelism.of(cores, chosen, new ComputeDevice(device, "test"), optional(askedTrainings)))
                .isEqualTo(new Parallelism(threads, trainings));
    }

    @Test
    void fewerThanOneIsRefusedByTheNameOfTheSetting() {
        assertThatThrownBy(() -> Parallelism.of(2, 2, new ComputeDevice("cpu", "test"), OptionalInt.of(0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "roentgen.training.concurrent-trainings is 0, but must be 1 or more; leave it out to have it"
                                + " chosen");
        assertThatThrownBy(() -> Parallelism.of(2, -1, new ComputeDevice("cpu", "test"), OptionalInt.empty()))
                .hasMessageContaining("roentgen.training.threads is -1");
    }

    private static OptionalInt optional(@Nullable Integer value) {
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }
}
