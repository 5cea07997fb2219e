package org.roentgen.api.dataset;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;
import org.roentgen.api.Page;
import org.roentgen.api.Paging;
import org.roentgen.api.Roles;
import org.roentgen.api.audit.AuditTrail;
import org.roentgen.domain.object.ObjectId;
import org.roentgen.store.entity.DatasetImport;

/** Imports of reviewed data. */
@Path("/api/v1/dataset-imports")
@RolesAllowed({Roles.DATA_SCIENTIST, Roles.ADMIN})
public class ImportResource {
    private final ImportService imports;
    private final AuditTrail audit;

    ImportResource(ImportService imports, AuditTrail audit) {
        this.imports = imports;
        this.audit = audit;
    }

    /** The body is the archive of files, or for {@code ARCHIVE} the JSON choice of series. */
    @POST
    @Consumes(MediaType.WILDCARD)
    @ResponseStatus(201)
    public ImportView create(@BeanParam ImportParameters parameters, InputStream body) throws IOException {
        ObjectNode options = imports.options(parameters);
        String name = parameters.name();
        @Nullable ObjectId upload = null;
        if (parameters.format() == DatasetImport.Format.ARCHIVE) {
            imports.addSelection(options, body);
        } else {
            upload = imports.store(body);
        }
        ImportView created = imports.create(parameters, options, upload, audit.actor());
        audit.record("dataset.import", "dataset-import", created.id(), Map.of("name", name));
        return created;
    }

    @GET
    public Page<ImportView> list(@BeanParam Paging paging) {
        return imports.list(paging.limit(), paging.offset());
    }

    @GET
    @Path("/{id}")
    public ImportView get(UUID id) {
        return imports.get(id);
    }
}
