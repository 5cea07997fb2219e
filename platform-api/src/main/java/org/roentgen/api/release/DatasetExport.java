package org.roentgen.api.release;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.roentgen.api.Json;
import org.roentgen.api.objects.Deidentified;
import org.roentgen.domain.dataset.DatasetCase;
import org.roentgen.domain.dataset.DatasetManifest;
import org.roentgen.domain.object.ObjectId;
import org.roentgen.domain.object.ObjectStore;

/** Writes a data set version as an archive: {@code manifest.json}, and each object under {@code objects/} by its id. */
@ApplicationScoped
class DatasetExport {
    private final ObjectStore objects;
    private final Json json;

    DatasetExport(@Deidentified ObjectStore objects, Json json) {
        this.objects = objects;
        this.json = json;
    }

    void write(DatasetManifest manifest, OutputStream output) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(output)) {
            zip.putNextEntry(new ZipEntry("manifest.json"));
            zip.write(json.write(DatasetManifest.class, manifest).getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
            for (ObjectId object : objects(manifest)) {
                zip.putNextEntry(new ZipEntry("objects/" + object.value()));
                try (InputStream content = objects.open(object)) {
                    content.transferTo(zip);
                }
                zip.closeEntry();
            }
        }
    }

    private static Set<ObjectId> objects(DatasetManifest manifest) {
        Set<ObjectId> objects = new LinkedHashSet<>();
        for (DatasetCase one : manifest.cases()) {
            objects.add(one.image().object());
            one.mask().ifPresent(mask -> objects.add(mask.object()));
        }
        return objects;
    }
}
