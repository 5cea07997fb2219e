package org.roentgen.dicom.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;

/**
 * One verb of {@code roentgen dicom}. Modules that build on this one add verbs as services of this type
 * ({@link java.util.ServiceLoader}).
 */
public interface Subcommand {
    /** Exit status: all was done. */
    int DONE = 0;

    /** Exit status: a directory had files that could not be handled. */
    int PARTLY = 1;

    /** Exit status: a bad file, a bad peer or a wrong argument. */
    int FAILED = 2;

    /** The arguments in one line, such as {@code json FILE [--inline BYTES]}. */
    String usage();

    /** The verb: the first word of the usage. */
    default String verb() {
        return usage().substring(0, usage().indexOf(' '));
    }

    /**
     * Runs it.
     *
     * @param out standard output
     * @param err standard error
     * @return the exit status
     * @throws IOException what went wrong, in one line without values of the data set
     * @throws UsageException if the arguments do not fit
     */
    int run(List<String> arguments, PrintStream out, PrintStream err) throws IOException;
}
