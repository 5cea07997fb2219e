package org.roentgen.dicom.network.service;

import java.util.List;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Tag;

/**
 * Asks whether instances are kept safely (PS3.4 J.3.2, N-ACTION).
 *
 * @param transactionUid names the request in the later result
 */
public record CommitmentRequest(String transactionUid, List<SopReference> instances) {
    public CommitmentRequest {
        instances = List.copyOf(instances);
    }

    static CommitmentRequest of(DataSet information) {
        return new CommitmentRequest(
                information.string(Tag.TransactionUID, ""),
                information.items(Tag.ReferencedSOPSequence).stream()
                        .map(SopReference::of)
                        .toList());
    }

    DataSet toDataSet() {
        return DataSet.builder()
                .put(Tag.TransactionUID, transactionUid)
                .putItems(
                        Tag.ReferencedSOPSequence,
                        instances.stream()
                                .map(instance -> instance.toItem().build())
                                .toList())
                .build();
    }
}
