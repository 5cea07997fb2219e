package org.roentgen.workflow.series;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.DicomFile;
import org.roentgen.dicom.ReadOptions;
import org.roentgen.dicom.Tag;
import org.roentgen.domain.object.ObjectId;
import org.roentgen.domain.object.ObjectStore;
import org.roentgen.workflow.configuration.Identified;
import org.roentgen.workflow.database.Sql;

/** The received instances of a series. */
@ApplicationScoped
public class SeriesInstances {
    private static final ReadOptions HEADER = ReadOptions.LENIENT.stopBefore(Tag.PixelData);
    private final Sql sql;
    private final ObjectStore objects;

    SeriesInstances(Sql sql, @Identified ObjectStore objects) {
        this.sql = sql;
        this.objects = objects;
    }

    /** In the order of their instance numbers. */
    public List<StoredInstance> of(UUID series) {
        return sql.list(
                """
                select id, sop_instance_uid, object_id, decodable from instance
                where series_id = ? and origin = 'RECEIVED' order by instance_number, sop_instance_uid
                """,
                row -> new StoredInstance(
                        row.uuid("id"),
                        row.text("sop_instance_uid"),
                        new ObjectId(row.text("object_id")),
                        row.flag("decodable")),
                series);
    }

    /** The headers, without pixels, in the same order. */
    public List<DataSet> headers(List<StoredInstance> instances) {
        List<DataSet> headers = new ArrayList<>(instances.size());
        for (StoredInstance instance : instances) {
            try {
                headers.add(
                        DicomFile.read(objects.file(instance.object()), HEADER).dataSet());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return headers;
    }
}
