package org.roentgen.workflow.support;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.TransferSyntax;
import org.roentgen.dicom.network.Association;
import org.roentgen.dicom.network.AssociationOptions;
import org.roentgen.dicom.network.dimse.DimseStatus;
import org.roentgen.dicom.network.service.InstanceSource;
import org.roentgen.dicom.network.service.InstanceTranscoder;
import org.roentgen.dicom.network.service.StorageUser;

/** The hospital's far end: sends instances by C-STORE. */
public final class Scanner {
    private final int port;
    private final String aeTitle;

    public Scanner(int port, String aeTitle) {
        this.port = port;
        this.aeTitle = aeTitle;
    }

    public List<DimseStatus> send(List<DataSet> instances) throws IOException {
        return send(instances, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
    }

    public List<DimseStatus> send(List<DataSet> instances, TransferSyntax syntax) throws IOException {
        List<InstanceSource> sources = instances.stream()
                .map(instance -> InstanceSource.of(instance, syntax))
                .toList();
        return sendAll(sources);
    }

    /** Sends bytes that claim to be a data set. */
    public DimseStatus sendBytes(String sopInstanceUid, byte[] dataSet) throws IOException {
        return sendAll(List.of(new Raw(sopInstanceUid, dataSet))).getFirst();
    }

    private List<DimseStatus> sendAll(List<? extends InstanceSource> sources) throws IOException {
        AssociationOptions options = StorageUser.propose(
                        AssociationOptions.builder("localhost", port, aeTitle, "ROENTGEN"), sources)
                .build();
        try (Association association = Association.open(options)) {
            StorageUser user = new StorageUser(association, InstanceTranscoder.uncompressedOnly());
            List<DimseStatus> statuses = new ArrayList<>();
            for (InstanceSource source : sources) {
                statuses.add(user.store(source));
            }
            return statuses;
        }
    }

    private record Raw(String sopInstanceUid, byte[] dataSet) implements InstanceSource {
        @Override
        public String sopClassUid() {
            return MagneticResonance.SOP_CLASS;
        }

        @Override
        public String transferSyntaxUid() {
            return TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN.uid();
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(dataSet);
        }
    }
}
