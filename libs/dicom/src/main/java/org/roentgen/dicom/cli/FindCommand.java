package org.roentgen.dicom.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.json.DicomJson;
import org.roentgen.dicom.network.Association;
import org.roentgen.dicom.network.TransferSyntaxes;
import org.roentgen.dicom.network.dimse.DimseStatus;
import org.roentgen.dicom.network.service.QueryUser;

/** Queries a peer (C-FIND) and prints each match as a line of DICOM JSON. */
final class FindCommand implements Subcommand {
    @Override
    public String usage() {
        return "find " + Peer.USAGE + " [--model study|patient|worklist] [--level LEVEL] KEY[=VALUE]...";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) throws IOException {
        Peer peer = Peer.parse(arguments, Set.of("--model", "--level"));
        String sopClass = QueryKeys.model(peer.arguments(), QueryKeys.FIND_MODELS);
        DataSet keys = QueryKeys.identifier(peer.arguments());
        try (Association association = peer.open(
                peer.options().context(sopClass, TransferSyntaxes.UNCOMPRESSED).build())) {
            DimseStatus status = new QueryUser(association).find(sopClass, keys, match -> {
                out.println(DicomJson.format(match, (_, _) -> Optional.empty()));
                return true;
            });
            if (!status.isDone()) {
                throw new IOException("peer ended the query with status " + status);
            }
        }
        return DONE;
    }
}
