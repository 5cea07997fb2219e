package org.roentgen.dicom.deidentify.burnedin;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * An image as text is looked for in it.
 *
 * @param bright as it is
 * @param dark dark for bright
 * @param inks of {@code bright}
 * @param values what is drawn in each value that is strikingly frequent, as {@link OneValue} makes it
 * @param brightStrokes thin strokes of {@code bright}, as {@link Strokes} makes them
 * @param darkStrokes thin strokes of {@code dark}
 */
record Views(
        Plane bright,
        Plane dark,
        List<Ink> inks,
        List<Plane> values,
        List<Plane> brightStrokes,
        List<Plane> darkStrokes) {
    /** @param blanked pixels that are no ink, neither bright nor dark */
    static Views of(Plane image, BitSet blanked) {
        Plane plane = image.without(blanked);
        Plane inverted = image.inverted().without(blanked);
        List<Plane> values = Ink.values(plane).stream()
                .map(value -> OneValue.of(plane, value))
                .toList();
        return new Views(plane, inverted, Ink.of(plane), values, strokes(plane), strokes(inverted));
    }

    private static List<Plane> strokes(Plane plane) {
        Strokes strokes = new Strokes(plane);
        return Arrays.stream(Strokes.PARTS).mapToObj(strokes::highest).toList();
    }
}
