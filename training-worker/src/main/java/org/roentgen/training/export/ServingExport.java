package org.roentgen.training.export;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.roentgen.domain.error.RoentgenException;
import org.roentgen.domain.model.ServingForm;

/**
 * {@code roentgen model export --tail}: writes a package for other systems. Ends with 0, or with 2 after naming what is wrong.
 */
public final class ServingExport {
    private final PrintStream out;
    private final PrintStream err;

    ServingExport(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    public static void main(String[] arguments) {
        System.exit(new ServingExport(System.out, System.err).run(List.of(arguments)));
    }

    /** @param words the package, the file to write, {@code probabilities} or {@code labels}, and {@code normalisation} if wanted */
    int run(List<String> words) {
        try {
            if (words.size() < 3
                    || words.size() > 4
                    || !Set.of("probabilities", "labels").contains(words.get(2))) {
                throw new ExportException(
                        "--tail takes probabilities or labels; --with-normalisation may stand beside it");
            }
            ServingForm form =
                    new ServingForm(ServingForm.Tail.valueOf(words.get(2).toUpperCase(Locale.ROOT)), words.size() == 4);
            export(Path.of(words.get(0)), Path.of(words.get(1)), form);
            return 0;
        } catch (ExportException | IllegalArgumentException | RoentgenException | IOException e) {
            err.println("roentgen model export: " + e.getMessage());
            return 2;
        }
    }

    private void export(Path source, Path target, ServingForm form) throws ExportException, IOException {
        ServingPackage made = ServingPackage.of(PackageZip.read(source), form);
        made.files().write(target);
        out.println(made.summary() + " is in " + target);
    }
}
