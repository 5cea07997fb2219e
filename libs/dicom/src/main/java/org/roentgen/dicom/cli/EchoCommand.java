package org.roentgen.dicom.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.roentgen.dicom.network.Association;
import org.roentgen.dicom.network.dimse.DimseStatus;

/** Verifies that a peer answers (C-ECHO). */
final class EchoCommand implements Subcommand {
    @Override
    public String usage() {
        return "echo " + Peer.USAGE;
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) throws IOException {
        Peer peer = Peer.parse(arguments, Set.of());
        try (Association association = peer.open(peer.options().verification().build())) {
            long start = System.nanoTime();
            DimseStatus status = association.echo();
            out.println("status " + status + " in "
                    + Duration.ofNanos(System.nanoTime() - start).toMillis() + " ms");
            return status.isDone() ? DONE : FAILED;
        }
    }
}
