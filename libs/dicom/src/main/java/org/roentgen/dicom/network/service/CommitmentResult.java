package org.roentgen.dicom.network.service;

import java.util.List;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.Tag;

/** Which instances of a {@link CommitmentRequest} are kept safely, and which are not (PS3.4 J.3.3, N-EVENT-REPORT). */
public record CommitmentResult(String transactionUid, List<SopReference> committed, List<Failure> failed) {
    /**
     * An instance that is not kept.
     *
     * @param reason Failure Reason (0008,1197) of PS3.3 C.14.1.1, such as 0112H for no such object instance
     */
    public record Failure(SopReference instance, int reason) {}

    public CommitmentResult {
        committed = List.copyOf(committed);
        failed = List.copyOf(failed);
    }

    static CommitmentResult of(DataSet information) {
        return new CommitmentResult(
                information.string(Tag.TransactionUID, ""),
                information.items(Tag.ReferencedSOPSequence).stream()
                        .map(SopReference::of)
                        .toList(),
                information.items(Tag.FailedSOPSequence).stream()
                        .map(item -> new Failure(SopReference.of(item), item.integer(Tag.FailureReason, 0x0110)))
                        .toList());
    }

    DataSet toDataSet() {
        DataSet.Builder builder = DataSet.builder().put(Tag.TransactionUID, transactionUid);
        if (!failed.isEmpty()) {
            builder.putItems(
                    Tag.FailedSOPSequence,
                    failed.stream()
                            .map(failure -> failure.instance()
                                    .toItem()
                                    .putIntegers(Tag.FailureReason, failure.reason())
                                    .build())
                            .toList());
        }
        if (!committed.isEmpty()) {
            builder.putItems(
                    Tag.ReferencedSOPSequence,
                    committed.stream()
                            .map(instance -> instance.toItem().build())
                            .toList());
        }
        return builder.build();
    }

    /** Event Type ID: 1 when all are kept, 2 when some are not. */
    int eventType() {
        return failed.isEmpty() ? 1 : 2;
    }
}
