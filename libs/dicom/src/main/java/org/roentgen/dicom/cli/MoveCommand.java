package org.roentgen.dicom.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Set;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.network.Association;
import org.roentgen.dicom.network.TransferSyntaxes;
import org.roentgen.dicom.network.service.RetrieveProgress;
import org.roentgen.dicom.network.service.RetrieveUser;

/** Lets a peer send instances to another one (C-MOVE). */
final class MoveCommand implements Subcommand {
    @Override
    public String usage() {
        return "move " + Peer.USAGE + " --to TITLE [--model study|patient] [--level LEVEL] KEY=VALUE...";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) throws IOException {
        Peer peer = Peer.parse(arguments, Set.of("--model", "--level", "--to"));
        String destination = peer.arguments().required("--to");
        String sopClass = QueryKeys.model(peer.arguments(), QueryKeys.MOVE_MODELS);
        DataSet identifier = QueryKeys.identifier(peer.arguments());
        try (Association association = peer.open(
                peer.options().context(sopClass, TransferSyntaxes.UNCOMPRESSED).build())) {
            RetrieveProgress last = new RetrieveUser(association)
                    .move(sopClass, destination, identifier, progress -> show(progress, err));
            return finish(last, out);
        }
    }

    static void show(RetrieveProgress progress, PrintStream err) {
        int done = progress.completed() + progress.failed() + progress.warning();
        if (done % 100 == 0 && done > 0) {
            err.println(done + " done, " + progress.remaining() + " remaining");
        }
    }

    /** @throws IOException if the peer gave up, or any instance failed */
    static int finish(RetrieveProgress last, PrintStream out) throws IOException {
        out.println("status " + last.status() + ": " + (last.completed() + last.warning()) + " retrieved, "
                + last.failed() + " failed");
        last.failedInstances().forEach(uid -> out.println(uid + ": failed"));
        if (!last.status().isDone() || last.failed() > 0) {
            throw new IOException("peer ended the retrieval with status " + last.status() + ", " + last.failed()
                    + " instances failed");
        }
        return DONE;
    }
}
