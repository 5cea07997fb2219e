package org.roentgen.dicom.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.network.Association;
import org.roentgen.dicom.network.service.DirectoryStore;
import org.roentgen.dicom.network.service.InstanceFiles.Durability;
import org.roentgen.dicom.network.service.RetrieveProgress;
import org.roentgen.dicom.network.service.RetrieveUser;
import org.roentgen.dicom.network.service.StorageSopClasses;

/** Retrieves instances from a peer into a directory (C-GET). */
final class GetCommand implements Subcommand {
    @Override
    public String usage() {
        return "get " + Peer.USAGE + " --dir DIRECTORY [--model study|patient] [--level LEVEL] KEY=VALUE...";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) throws IOException {
        Peer peer = Peer.parse(arguments, Set.of("--model", "--level", "--dir"));
        Path directory = Path.of(peer.arguments().required("--dir"));
        String sopClass = QueryKeys.model(peer.arguments(), QueryKeys.GET_MODELS);
        DataSet identifier = QueryKeys.identifier(peer.arguments());
        Files.createDirectories(directory);
        DirectoryStore store = new DirectoryStore(directory, Durability.SYNCHRONISED);
        try (Association association =
                peer.open(RetrieveUser.proposeGet(peer.options(), sopClass, StorageSopClasses.COMMON, store)
                        .build())) {
            RetrieveProgress last = new RetrieveUser(association)
                    .get(sopClass, identifier, progress -> MoveCommand.show(progress, err));
            return MoveCommand.finish(last, out);
        }
    }
}
