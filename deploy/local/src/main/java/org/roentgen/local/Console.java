package org.roentgen.local;

import java.io.PrintStream;

/** Where the launcher speaks to the person at the terminal. */
final class Console {
    private final PrintStream out;

    Console(PrintStream out) {
        this.out = out;
    }

    void line(String text) {
        out.println(text);
        out.flush();
    }
}
