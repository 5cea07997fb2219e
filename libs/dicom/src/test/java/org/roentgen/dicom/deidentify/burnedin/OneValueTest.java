package org.roentgen.dicom.deidentify.burnedin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class OneValueTest {
    private static final int DRAWN = 200;

    /** A stroke of one value with softer edges, over tissue that becomes as bright as it and brighter. */
    @Test
    void aStrokeIsPartedFromTissueThatIsAsBright() {
        int[] row = {100, 110, 100, 160, DRAWN, 160, 100, 120, 199, 205, 210, 199, 190};
        int[] values = new int[5 * row.length];
        Arrays.setAll(values, i -> row[i % row.length]);
        Plane drawn = OneValue.of(new Plane(row.length, 5, values), new Ink(DRAWN, DRAWN));
        assertThat(Arrays.copyOf(drawn.values(), row.length)).containsExactly(0, 0, 0, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0);
    }

    @Test
    void whatIsFarFromTheValueStays() {
        int[] values = new int[25];
        values[12] = DRAWN;
        values[13] = 90;
        assertThat(OneValue.of(new Plane(5, 5, values), new Ink(DRAWN, DRAWN)).values()[13])
                .isZero();
    }
}
