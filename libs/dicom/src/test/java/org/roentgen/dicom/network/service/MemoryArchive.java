package org.roentgen.dicom.network.service;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Tag;
import org.roentgen.dicom.TransferSyntax;
import org.roentgen.dicom.network.AssociationOptions;
import org.roentgen.dicom.network.TestInstances;
import org.roentgen.dicom.network.dimse.DimseStatus;

/** A small archive behind the query and retrieve services: one study of CT slices. */
final class MemoryArchive implements QueryHandler, RetrieveHandler {
    private final List<DataSet> instances;
    final Map<String, Integer> destinations = new ConcurrentHashMap<>();

    MemoryArchive(int count) {
        instances = Stream.iterate(1, number -> number + 1)
                .limit(count)
                .map(number -> TestInstances.ct(number, 16))
                .toList();
    }

    @Override
    public void find(PeerRequest request, MatchSink sink) throws IOException {
        if (request.level().isEmpty()) {
            throw new DimseException(DimseStatus.DATA_SET_DOES_NOT_MATCH_SOP_CLASS.because("no level"));
        }
        List<DataSet> matches = request.level().equals("IMAGE") ? instances : instances.subList(0, 1);
        for (DataSet match : matches) {
            DataSet answer = DataSet.builder()
                    .put(Tag.QueryRetrieveLevel, request.level())
                    .put(Tag.StudyInstanceUID, match.string(Tag.StudyInstanceUID, ""))
                    .put(Tag.SOPInstanceUID, match.string(Tag.SOPInstanceUID, ""))
                    .put(Tag.PatientName, match.string(Tag.PatientName, ""))
                    .build();
            if (!sink.match(answer)) {
                return;
            }
        }
    }

    @Override
    public List<? extends InstanceSource> instances(PeerRequest request) throws IOException {
        String study = request.identifier().string(Tag.StudyInstanceUID, "");
        if (!study.equals(TestInstances.STUDY)) {
            return List.of();
        }
        return instances.stream()
                .map(dataSet -> InstanceSource.of(dataSet, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN))
                .toList();
    }

    @Override
    public Optional<AssociationOptions.Builder> destination(PeerRequest request) {
        return Optional.ofNullable(destinations.get(request.moveDestination()))
                .map(port -> AssociationOptions.builder("localhost", port, "ARCHIVE", request.moveDestination()));
    }
}
