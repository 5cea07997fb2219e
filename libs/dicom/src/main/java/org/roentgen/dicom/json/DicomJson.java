package org.roentgen.dicom.json;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.roentgen.dicom.DataSet;

/**
 * Data sets to and from DICOM JSON (PS3.18 Annex F). Writing streams: besides the current value nothing is held. Group
 * lengths are left out; an UN element that the dictionary knows is written by its VR.
 */
public final class DicomJson {
    private DicomJson() {}

    /** Writes one data set as an object, in UTF-8. The stream is flushed and stays open. */
    public static void write(DataSet dataSet, OutputStream out, BulkDataUris uris) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        new DataSetJsonWriter(new JsonOutput(writer), uris).write(dataSet);
        writer.flush();
    }

    /** Writes data sets as an array, as they come, in UTF-8. The stream is flushed and stays open. */
    public static void writeAll(Iterable<DataSet> dataSets, OutputStream out, BulkDataUris uris) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        JsonOutput json = new JsonOutput(writer);
        DataSetJsonWriter dataSetWriter = new DataSetJsonWriter(json, uris);
        json.open('[');
        for (DataSet dataSet : dataSets) {
            dataSetWriter.write(dataSet);
        }
        json.close(']');
        writer.flush();
    }

    /** One data set as text. */
    public static String format(DataSet dataSet, BulkDataUris uris) {
        StringWriter writer = new StringWriter();
        try {
            new DataSetJsonWriter(new JsonOutput(writer), uris).write(dataSet);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return writer.toString();
    }

    /**
     * Reads one data set.
     *
     * @param bulkData fetches the values that go by reference
     * @throws MalformedJsonException if the text is not JSON, or not of the DICOM JSON model
     */
    public static DataSet read(Reader reader, BulkDataSource bulkData) throws IOException {
        return new DataSetJsonReader(bulkData).dataSet(new JsonParser(reader).parse());
    }

    /**
     * Reads an array of data sets, or a single one.
     *
     * @throws MalformedJsonException if the text is not JSON, or not of the DICOM JSON model
     */
    public static List<DataSet> readAll(Reader reader, BulkDataSource bulkData) throws IOException {
        return new DataSetJsonReader(bulkData).dataSets(new JsonParser(reader).parse());
    }

    /** Reads one data set from text that holds all its values inline. */
    public static DataSet parse(String text) throws IOException {
        return read(new StringReader(text), BulkDataSource.NONE);
    }
}
