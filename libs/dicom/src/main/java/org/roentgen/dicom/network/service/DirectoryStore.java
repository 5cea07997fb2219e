package org.roentgen.dicom.network.service;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.roentgen.dicom.network.dimse.DimseStatus;
import org.roentgen.dicom.network.service.InstanceFiles.Durability;

/** Keeps every received instance as {@code <SOP Instance UID>.dcm} in one directory, its header checked. */
public final class DirectoryStore implements StoreHandler {
    private final Path directory;
    private final Durability durability;

    /** Stores into an existing directory. */
    public DirectoryStore(Path directory, Durability durability) {
        this.directory = directory;
        this.durability = durability;
    }

    @Override
    public DimseStatus store(StoreRequest request, InputStream dataSet) throws IOException {
        Path target = directory.resolve(request.sopInstanceUid() + ".dcm");
        ReceivedInstance received = InstanceFiles.writePart(target, request, dataSet, durability);
        try {
            DimseStatus status = ReceivedInstance.check(received.header(), request);
            if (status.isDone()) {
                received.moveTo(target, durability);
            }
            return status;
        } finally {
            Files.deleteIfExists(received.path());
        }
    }
}
