package org.roentgen.api.dicomweb;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import org.roentgen.api.Roles;
import org.roentgen.api.audit.AuditTrail;
import org.roentgen.dicom.json.BulkDataUris;
import org.roentgen.dicom.json.DicomJson;
import org.roentgen.store.search.SearchLevel;

/** QIDO-RS (PS3.18 section 10.6): 200 with matches, 204 without; a Warning header tells of more than the page holds. */
@Path("/dicom-web")
@RolesAllowed({Roles.RADIOLOGIST, Roles.INTEGRATOR, Roles.ADMIN})
@Produces({MediaTypes.DICOM_JSON, "application/json"})
public class SearchResource {
    private final Search search;
    private final AuditTrail audit;

    SearchResource(Search search, AuditTrail audit) {
        this.search = search;
        this.audit = audit;
    }

    @GET
    @Path("/studies")
    public Response studies(@Context UriInfo uri) {
        return found(SearchLevel.STUDY, uri.getQueryParameters());
    }

    @GET
    @Path("/series")
    public Response series(@Context UriInfo uri) {
        return found(SearchLevel.SERIES, uri.getQueryParameters());
    }

    @GET
    @Path("/studies/{study}/series")
    public Response seriesOfStudy(String study, @Context UriInfo uri) {
        return found(SearchLevel.SERIES, with(uri, "StudyInstanceUID", study));
    }

    @GET
    @Path("/instances")
    public Response instances(@Context UriInfo uri) {
        return found(SearchLevel.INSTANCE, uri.getQueryParameters());
    }

    @GET
    @Path("/studies/{study}/instances")
    public Response instancesOfStudy(String study, @Context UriInfo uri) {
        return found(SearchLevel.INSTANCE, with(uri, "StudyInstanceUID", study));
    }

    @GET
    @Path("/studies/{study}/series/{series}/instances")
    public Response instancesOfSeries(String study, String series, @Context UriInfo uri) {
        MultivaluedMap<String, String> parameters = with(uri, "StudyInstanceUID", study);
        parameters.putSingle("SeriesInstanceUID", ArchiveReader.requireUid(series));
        return found(SearchLevel.INSTANCE, parameters);
    }

    @Transactional
    Response found(SearchLevel level, MultivaluedMap<String, String> parameters) {
        SearchResult result = search.find(SearchRequest.of(level, parameters));
        audit.read("study.query", "archive", level);
        Response.ResponseBuilder response =
                result.matches().isEmpty() ? Response.noContent() : Response.ok(json(result), MediaTypes.DICOM_JSON);
        if (result.remaining() > 0) {
            response.header(
                    "Warning",
                    "299 roentgen \"There are " + result.remaining() + " additional results that can be requested\"");
        }
        return response.header("Cache-Control", "private, no-cache").build();
    }

    private static StreamingOutput json(SearchResult result) {
        return out -> DicomJson.writeAll(result.matches(), out, BulkDataUris.NONE);
    }

    private static MultivaluedMap<String, String> with(UriInfo uri, String name, String value) {
        MultivaluedMap<String, String> parameters = new MultivaluedHashMap<>(uri.getQueryParameters());
        parameters.putSingle(name, ArchiveReader.requireUid(value));
        return parameters;
    }
}
