package org.roentgen.workflow.query;

import java.io.IOException;
import java.io.InputStream;
import org.roentgen.dicom.network.service.InstanceSource;
import org.roentgen.domain.object.ObjectStore;
import org.roentgen.store.search.ArchivedInstance;

/** An instance of the archive to send: its file is opened when its turn comes. */
record ArchivedSource(ArchivedInstance instance, ObjectStore objects) implements InstanceSource {
    @Override
    public String sopClassUid() {
        return instance.sopClassUid();
    }

    @Override
    public String sopInstanceUid() {
        return instance.sopInstanceUid();
    }

    @Override
    public String transferSyntaxUid() {
        return instance.transferSyntaxUid();
    }

    @Override
    public InputStream open() throws IOException {
        return InstanceSource.of(objects.file(instance.object())).open();
    }
}
