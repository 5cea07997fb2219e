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
import jakarta.ws.rs.core.UriInfo;
import org.roentgen.api.Roles;
import org.roentgen.api.audit.AuditTrail;

/** QIDO-RS (PS3.18 section 10.6). */
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
        return found(QueryLevel.STUDY, uri.getQueryParameters());
    }

    @GET
    @Path("/series")
    public Response series(@Context UriInfo uri) {
        return found(QueryLevel.SERIES, uri.getQueryParameters());
    }

    @GET
    @Path("/studies/{study}/series")
    public Response seriesOfStudy(String study, @Context UriInfo uri) {
        return found(QueryLevel.SERIES, with(uri, "StudyInstanceUID", study));
    }

    @GET
    @Path("/instances")
    public Response instances(@Context UriInfo uri) {
        return found(QueryLevel.INSTANCE, uri.getQueryParameters());
    }

    @GET
    @Path("/studies/{study}/instances")
    public Response instancesOfStudy(String study, @Context UriInfo uri) {
        return found(QueryLevel.INSTANCE, with(uri, "StudyInstanceUID", study));
    }

    @GET
    @Path("/studies/{study}/series/{series}/instances")
    public Response instancesOfSeries(String study, String series, @Context UriInfo uri) {
        MultivaluedMap<String, String> parameters = with(uri, "StudyInstanceUID", study);
        parameters.putSingle("SeriesInstanceUID", series);
        return found(QueryLevel.INSTANCE, parameters);
    }

    @Transactional
    Response found(QueryLevel level, MultivaluedMap<String, String> parameters) {
        String body = search.find(level, parameters);
        audit.read("study.query", "archive", level);
        return Response.ok(body, MediaTypes.DICOM_JSON).build();
    }

    private static MultivaluedMap<String, String> with(UriInfo uri, String name, String value) {
        MultivaluedMap<String, String> parameters = new MultivaluedHashMap<>(uri.getQueryParameters());
        parameters.putSingle(name, value);
        return parameters;
    }
}
