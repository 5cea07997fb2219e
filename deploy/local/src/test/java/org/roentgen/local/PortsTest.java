package org.roentgen.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PortsTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1500, 1899, 2001, 3000})
    void allPortsMoveByTheOffset(int offset) {
        assertThat(new Ports(offset).api()).isEqualTo(8080 + offset);
        assertThat(new Ports(offset).broker()).isEqualTo(61_616 + offset);
    }

    @ParameterizedTest
    @CsvSource({"-1, outside 0 to 3000", "3001, outside 0 to 3000", "1900, no browser opens", "2000, no browser opens"})
    void anOffsetThatCannotWorkIsRefused(int offset, String reason) {
        assertThatThrownBy(() -> new Ports(offset)).hasMessageContainingAll(Integer.toString(offset), reason);
    }
}
