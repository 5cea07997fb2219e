package org.roentgen.dicom.object;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Tag;

/**
 * From stored values to values with a unit (PS3.3 C.7.6.16.2.11).
 *
 * @param first lowest stored value that is mapped
 * @param last highest stored value that is mapped
 * @param table the value of each stored value from the first one on; empty where slope and intercept hold
 */
public record RealWorldMapping(
        Quantity quantity, double first, double last, double slope, double intercept, List<Double> table) {
    private static final Code QUANTITY = new Code("246205007", "SCT", "Quantity");

    public RealWorldMapping {
        table = List.copyOf(table);
    }

    /** Stored floating point values of a range that are the values themselves. */
    static RealWorldMapping identity(Quantity quantity, double lowest, double highest) {
        return new RealWorldMapping(quantity, lowest, highest, 1, 0, List.of());
    }

    /** The value; NaN for stored values beyond those that are mapped. */
    public double apply(double stored) {
        if (!(stored >= first && stored <= last)) {
            return Double.NaN;
        }
        return table.isEmpty() ? stored * slope + intercept : table.get((int) (stored - first));
    }

    DataSet toItem() {
        DataSet.Builder builder = DataSet.builder()
                .put(Tag.LUTExplanation, quantity.explanation())
                .putItems(Tag.MeasurementUnitsCodeSequence, quantity.unit().toItem())
                .put(Tag.LUTLabel, quantity.label())
                .putDecimals(Tag.DoubleFloatRealWorldValueFirstValueMapped, first)
                .putDecimals(Tag.DoubleFloatRealWorldValueLastValueMapped, last)
                .putDecimals(Tag.RealWorldValueIntercept, intercept)
                .putDecimals(Tag.RealWorldValueSlope, slope);
        quantity.meaning()
                .ifPresent(meaning -> builder.putItems(
                        Tag.QuantityDefinitionSequence,
                        DataSet.builder()
                                .put(Tag.ValueType, "CODE")
                                .putItems(Tag.ConceptNameCodeSequence, QUANTITY.toItem())
                                .putItems(Tag.ConceptCodeSequence, meaning.toItem())
                                .build()));
        return builder.build();
    }

    /**
     * The mapping of an item.
     *
     * @param floating whether the stored values are floating point, for which a range of integers does not count
     */
    static RealWorldMapping read(DataSet item, boolean floating) {
        Code unit = Attributes.code(item, Tag.MeasurementUnitsCodeSequence)
                .orElseThrow(() -> new ObjectFormatException(
                        "An item of Real World Value Mapping Sequence has no Measurement Units Code Sequence"));
        Optional<Code> meaning = item.items(Tag.QuantityDefinitionSequence).stream()
                .filter(part -> Attributes.code(part, Tag.ConceptNameCodeSequence)
                        .filter(QUANTITY::sameAs)
                        .isPresent())
                .flatMap(part -> Attributes.code(part, Tag.ConceptCodeSequence).stream())
                .findFirst();
        String label = item.string(Tag.LUTLabel, "unnamed");
        Quantity quantity =
                Attributes.checked(() -> new Quantity(label, item.string(Tag.LUTExplanation, label), meaning, unit));
        Optional<Double> first = Attributes.optionalDecimal(item, Tag.DoubleFloatRealWorldValueFirstValueMapped);
        Optional<Double> last = Attributes.optionalDecimal(item, Tag.DoubleFloatRealWorldValueLastValueMapped);
        if (first.isPresent() && last.isPresent()) {
            return linear(item, quantity, first.get(), last.get());
        }
        if (floating) {
            return linear(item, quantity, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        }
        int from = Attributes.integer(item, Tag.RealWorldValueFirstValueMapped, Short.MIN_VALUE, 65_535);
        int to = Attributes.integer(item, Tag.RealWorldValueLastValueMapped, from, 65_535);
        return item.contains(Tag.RealWorldValueLUTData)
                ? table(item, quantity, from, to)
                : linear(item, quantity, from, to);
    }

    private static RealWorldMapping linear(DataSet item, Quantity quantity, double first, double last) {
        return new RealWorldMapping(
                quantity,
                first,
                last,
                Attributes.decimal(item, Tag.RealWorldValueSlope),
                Attributes.decimal(item, Tag.RealWorldValueIntercept),
                List.of());
    }

    private static RealWorldMapping table(DataSet item, Quantity quantity, int first, int last) {
        double[] values = Attributes.decimals(item, Tag.RealWorldValueLUTData, last - first + 1);
        return new RealWorldMapping(
                quantity, first, last, 1, 0, Arrays.stream(values).boxed().toList());
    }
}
