package org.roentgen.dicom.deidentify;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.roentgen.dicom.FileMeta;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.deidentify.burnedin.Box;
import org.roentgen.dicom.json.JsonOutput;

/**
 * What became of the files of one run.
 *
 * @param profile the profile that was applied
 * @param entries a line for each file
 */
public record DeidentificationReport(Profile profile, List<Entry> entries) {
    /**
     * What became of one file.
     *
     * @param path relative to the input
     * @param sopInstanceUid the new SOP Instance UID; empty where the file was quarantined
     * @param actions what happened to its attributes
     * @param blanked rectangles of its pixels that were blanked
     * @param problem why it was quarantined; empty where it was done
     */
    public record Entry(
            String path, String sopInstanceUid, List<AttributeAction> actions, List<Box> blanked, String problem) {
        public Entry {
            actions = List.copyOf(actions);
            blanked = List.copyOf(blanked);
        }

        /** The line of a file that was done. */
        public static Entry done(String path, Deidentified result) {
            String uid = result.file().dataSet().string(Tag.SOPInstanceUID, "");
            return new Entry(path, uid, result.actions(), result.blanked(), "");
        }

        /** The line of a file that was not. */
        public static Entry quarantined(String path, String problem) {
            return new Entry(path, "", List.of(), List.of(), problem);
        }

        /** True where the file was not written. */
        public boolean isQuarantined() {
            return !problem.isEmpty();
        }
    }

    public DeidentificationReport {
        entries = List.copyOf(entries);
    }

    /** The number of files that were not written. */
    public long quarantined() {
        return entries.stream().filter(Entry::isQuarantined).count();
    }

    /** Writes it in JSON. */
    public void write(Writer writer) throws IOException {
        JsonOutput json = new JsonOutput(writer);
        json.open('{');
        member(json, "software", FileMeta.IMPLEMENTATION_VERSION_NAME);
        member(json, "profile", profile.name());
        json.name("profileVersion");
        json.raw(Integer.toString(profile.version()));
        json.name("files");
        json.open('[');
        for (Entry entry : entries) {
            write(json, entry);
        }
        json.close(']');
        json.close('}');
        writer.write('\n');
        writer.flush();
    }

    private static void write(JsonOutput json, Entry entry) throws IOException {
        json.open('{');
        member(json, "path", entry.path());
        member(json, "status", entry.isQuarantined() ? "quarantined" : "done");
        if (entry.isQuarantined()) {
            member(json, "reason", entry.problem());
        } else {
            member(json, "sopInstanceUid", entry.sopInstanceUid());
            json.name("actions");
            json.open('{');
            for (AttributeAction action : entry.actions()) {
                member(json, action.path(), action.action().name());
            }
            json.close('}');
            writeBlanked(json, entry.blanked());
        }
        json.close('}');
    }

    /** Column, row, width and height of each. */
    private static void writeBlanked(JsonOutput json, List<Box> blanked) throws IOException {
        if (blanked.isEmpty()) {
            return;
        }
        json.name("blanked");
        json.open('[');
        for (Box box : blanked) {
            json.open('[');
            for (int number : new int[] {box.x(), box.y(), box.width(), box.height()}) {
                json.raw(Integer.toString(number));
            }
            json.close(']');
        }
        json.close(']');
    }

    private static void member(JsonOutput json, String name, String value) throws IOException {
        json.name(name);
        json.string(value);
    }
}
