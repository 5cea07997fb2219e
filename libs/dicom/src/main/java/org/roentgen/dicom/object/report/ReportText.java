package org.roentgen.dicom.object.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.roentgen.dicom.object.Code;
import org.roentgen.dicom.object.ImagePoint;
import org.roentgen.dicom.object.ImageReference;

/** Writes a structured report as text for people: an item a line, indented under what it belongs to. */
public final class ReportText {
    private static final String INDENT = "  ";
    private static final int MOST_POINTS = 4;

    private ReportText() {}

    /** The text, its lines ended by line feeds. */
    public static String of(StructuredReport report) {
        StringBuilder text = new StringBuilder();
        String state = (report.completion() + " " + report.verification()).strip();
        text.append(report.root().concept().map(Code::meaning).orElse("Report"))
                .append(state.isEmpty() ? "" : " (" + state.toLowerCase(Locale.ROOT) + ")")
                .append('\n');
        append(report.root().children(), INDENT, text);
        return text.toString();
    }

    private static void append(List<ReportItem> items, String indent, StringBuilder text) {
        for (ReportItem item : items) {
            String value = value(item.value());
            String name = item.concept().map(Code::meaning).orElse("");
            String line = prefix(item.relationship())
                    + (name.isEmpty() || value.isEmpty() ? name + value : name + ": " + value);
            String wrapped = line.isEmpty() ? "-" : line.strip().replaceAll("\\R", "\n" + indent + INDENT);
            text.append(indent).append(wrapped).append('\n');
            append(item.children(), indent + INDENT, text);
        }
    }

    private static String prefix(String relationship) {
        return switch (relationship) {
            case "INFERRED FROM" -> "inferred from ";
            case "SELECTED FROM" -> "selected from ";
            default -> "";
        };
    }

    private static String value(ReportValue value) {
        return switch (value) {
            case ReportValue.Container ignored -> "";
            case ReportValue.Text text -> text.text();
            case ReportValue.Coded coded -> coded.code().meaning();
            case ReportValue.Numeric number -> number(number.value()) + unit(number.unit());
            case ReportValue.NoNumber none -> none.reason().map(Code::meaning).orElse("no value");
            case ReportValue.Moment moment -> moment.text();
            case ReportValue.Person person -> person.name().replace('^', ' ').strip();
            case ReportValue.UniqueIdentifier identifier -> identifier.uid();
            case ReportValue.Image image ->
                "image " + reference(image.reference()) + list(" segment ", image.segments());
            case ReportValue.Instance instance -> "instance " + reference(instance.reference());
            case ReportValue.Waveform waveform ->
                "waveform " + reference(waveform.reference()) + list(" channels ", waveform.channels());
            case ReportValue.Shape shape -> shape(shape);
            case ReportValue.SpatialShape shape ->
                shape.graphicType() + " of " + shape.points().size() + " points in the patient";
            case ReportValue.Interval interval -> interval.rangeType() + " " + String.join(", ", interval.places());
            case ReportValue.ItemReference item ->
                "item " + item.path().stream().map(String::valueOf).collect(Collectors.joining("."));
            case ReportValue.Other other -> "(" + other.valueType() + ")";
        };
    }

    private static String number(double value) {
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(12)).stripTrailingZeros();
        boolean plain = value == 0 || Math.abs(value) >= 1e-6 && Math.abs(value) < 1e12;
        return plain ? rounded.toPlainString() : rounded.toString();
    }

    /** UCUM's symbol for no unit is left out. */
    private static String unit(Code unit) {
        return unit.value().equals("1") || unit.value().startsWith("{") ? "" : " " + unit.value();
    }

    private static String reference(ImageReference reference) {
        return reference.sopInstanceUid() + list(" frame ", reference.frames());
    }

    private static String list(String title, List<Integer> numbers) {
        return numbers.isEmpty()
                ? ""
                : title + numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static String shape(ReportValue.Shape shape) {
        String points = shape.points().stream()
                .limit(MOST_POINTS)
                .map(ReportText::point)
                .collect(Collectors.joining(" "));
        int more = shape.points().size() - MOST_POINTS;
        return shape.graphicType() + " at " + points + (more > 0 ? " and %d more".formatted(more) : "");
    }

    private static String point(ImagePoint point) {
        return "(" + number(point.column()) + ", " + number(point.row()) + ")";
    }
}
