package org.roentgen.api.modelimport;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;
import org.roentgen.api.Page;
import org.roentgen.api.Roles;
import org.roentgen.api.audit.AuditTrail;
import org.roentgen.domain.model.ForeignModel;

/** ONNX models that were trained elsewhere. */
@Path("/api/v1/model-imports")
@RolesAllowed({Roles.DATA_SCIENTIST, Roles.ADMIN})
public class ModelImportResource {
    private final ImportForm forms;
    private final ModelImports imports;
    private final AuditTrail audit;

    ModelImportResource(ImportForm forms, ModelImports imports, AuditTrail audit) {
        this.forms = forms;
        this.imports = imports;
        this.audit = audit;
    }

    /** The body is the ONNX file; {@code manifest} says in JSON what it is. A worker tries it before it becomes a draft. */
    @POST
    @Consumes(MediaType.WILDCARD)
    @ResponseStatus(201)
    public ModelImportView create(@QueryParam("manifest") @Nullable String manifest, InputStream body)
            throws IOException {
        ForeignModel form = forms.read(manifest);
        ModelImportView created = imports.create(form, imports.store(body), audit.actor());
        audit.record("model.import", "model-import", created.id(), Map.of("name", form.name()));
        return created;
    }

    @GET
    public Page<ModelImportView> list() {
        return Page.of(imports.list());
    }

    @GET
    @Path("/{id}")
    public ModelImportView get(UUID id) {
        return imports.get(id);
    }
}
