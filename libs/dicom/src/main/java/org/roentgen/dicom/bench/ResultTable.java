package org.roentgen.dicom.bench;

import java.io.PrintStream;
import java.util.Locale;
import java.util.OptionalDouble;

/** Prints what was measured: figures are amounts per second, a ratio above one says that this toolkit is faster. */
final class ResultTable {
    private static final String LINE = "%-44s %10s   %-9s %10s %7s %5s  %s%n";

    private final PrintStream out;

    ResultTable(PrintStream out) {
        this.out = out;
        out.printf(LINE, "", "Roentgen", "beside", "", "ratio", "aim", "");
    }

    /** A line of amounts per second; there is no figure beside ours where the program is absent. */
    void row(String what, String unit, double ours, String other, OptionalDouble theirs, double aim) {
        String ratio = "";
        String verdict = "";
        if (theirs.isPresent()) {
            double value = ours / theirs.getAsDouble();
            ratio = number("%.2f", value);
            verdict = value >= aim ? "reached" : "missed";
        }
        out.printf(
                LINE,
                what + " (" + unit + ")",
                number("%.1f", ours),
                other,
                theirs.isPresent() ? number("%.1f", theirs.getAsDouble()) : "absent",
                ratio,
                number("%.1f", aim),
                verdict);
        out.flush();
    }

    /** A line of an amount that is to stay small. */
    void most(String what, String unit, double ours, double most) {
        out.printf(
                LINE,
                what + " (" + unit + ")",
                number("%.1f", ours),
                "at most",
                number("%.1f", most),
                "",
                "",
                ours <= most ? "reached" : "missed");
        out.flush();
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
