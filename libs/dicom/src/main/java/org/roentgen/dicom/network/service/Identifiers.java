package org.roentgen.dicom.network.service;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.DataSetReader;
import org.roentgen.dicom.DataSetWriter;
import org.roentgen.dicom.ReadOptions;
import org.roentgen.dicom.TransferSyntax;
import org.roentgen.dicom.network.AcceptedContext;
import org.roentgen.dicom.network.IncomingRequest;
import org.roentgen.dicom.network.Response;
import org.roentgen.dicom.network.dimse.MessageBody;

/** Small data sets of messages: query keys, matches, action and event information. */
final class Identifiers {
    private Identifiers() {}

    static MessageBody encode(DataSet dataSet, AcceptedContext context) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataSetWriter.write(dataSet, TransferSyntax.of(context.transferSyntax()), bytes);
        return MessageBody.of(bytes.toByteArray());
    }

    /** The data set of a response, empty when it has none. */
    static DataSet decode(Response response) throws IOException {
        return decode(response.dataSet(), response.context());
    }

    static DataSet decode(IncomingRequest request) throws IOException {
        return decode(request.dataSet().readAllBytes(), request.context());
    }

    private static DataSet decode(byte[] bytes, AcceptedContext context) throws IOException {
        return bytes.length == 0
                ? DataSet.EMPTY
                : DataSetReader.read(bytes, TransferSyntax.of(context.transferSyntax()), ReadOptions.LENIENT);
    }
}
