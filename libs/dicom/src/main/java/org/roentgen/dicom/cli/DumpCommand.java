package org.roentgen.dicom.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Set;
import org.roentgen.dicom.Bulk;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.Dictionary;
import org.roentgen.dicom.DictionaryEntry;
import org.roentgen.dicom.Element;
import org.roentgen.dicom.ReadOptions;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.Tags;
import org.roentgen.dicom.VR;
import org.roentgen.dicom.Value;
import org.roentgen.dicom.object.ObjectFormatException;
import org.roentgen.dicom.object.report.ReportText;
import org.roentgen.dicom.object.report.StructuredReportReader;

/** Prints a file for people: a line per element, items indented; a structured report also as text. */
final class DumpCommand implements Subcommand {
    private static final int MOST_CHARACTERS = 100;

    @Override
    public String usage() {
        return "dump FILE";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) throws IOException {
        Arguments parsed = Arguments.parse(arguments, Set.of(), Set.of());
        DicomFile file = CommandFiles.read(parsed.onlyPath("FILE"), ReadOptions.LENIENT, err);
        print(file.meta().dataSet(), "", out);
        out.println("# transfer syntax: " + file.meta().transferSyntax().name());
        print(file.dataSet(), "", out);
        if (file.dataSet().string(Tag.Modality, "").equals("SR")) {
            printReport(file.dataSet(), out, err);
        }
        return DONE;
    }

    /** A structured report once more, as it reads. */
    private static void printReport(DataSet dataSet, PrintStream out, PrintStream err) {
        try {
            String text = ReportText.of(StructuredReportReader.read(dataSet));
            out.println("# as text:");
            out.print(text);
        } catch (ObjectFormatException notReadable) {
            err.println("no report to read: " + notReadable.getMessage());
        }
    }

    private static void print(DataSet dataSet, String indent, PrintStream out) {
        for (Element element : dataSet) {
            VR vr = dataSet.vr(element);
            String name = name(dataSet, element.tag());
            out.println(indent + Tags.format(element.tag()) + " " + vr + " " + value(dataSet, element, vr)
                    + (name.isEmpty() ? "" : "  # " + name));
            List<DataSet> items = vr == VR.SQ ? dataSet.items(element.tag()) : List.of();
            for (int i = 0; i < items.size(); i++) {
                out.println(indent + "  item " + (i + 1) + " of " + items.size());
                print(items.get(i), indent + "    ", out);
            }
        }
    }

    private static String value(DataSet dataSet, Element element, VR vr) {
        return switch (element.value()) {
            case Value.Items items -> items.items().size() + " items";
            case Value.Fragments fragments -> fragments.fragments().size() + " fragments";
            case Bulk bulk -> bulk.length() + " bytes at " + bulk.offset();
            case Value.Data data when vr.isBulk() -> data.length() + " bytes";
            default -> text(String.join("\\", dataSet.strings(element)));
        };
    }

    private static String text(String text) {
        StringBuilder visible = new StringBuilder();
        text.codePoints()
                .limit(MOST_CHARACTERS)
                .forEach(c -> visible.appendCodePoint(Character.isISOControl(c) ? '\u00B7' : c));
        return "[" + visible + (text.length() > MOST_CHARACTERS ? "..." : "") + "]";
    }

    private static String name(DataSet dataSet, int tag) {
        if (Tags.isPrivateCreator(tag)) {
            return "PrivateCreator";
        }
        return Tags.isPrivate(tag)
                ? dataSet.privateCreator(tag)
                        .flatMap(creator -> Dictionary.find(tag, creator))
                        .map(DictionaryEntry::keyword)
                        .orElse("")
                : Dictionary.keyword(tag);
    }
}
