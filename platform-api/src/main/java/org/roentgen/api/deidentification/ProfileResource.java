package org.roentgen.api.deidentification;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.roentgen.api.Page;
import org.roentgen.api.Roles;
import org.roentgen.api.audit.AuditTrail;

/** De-identification profiles as versioned data. */
@Path("/api/v1/deidentification-profiles")
@RolesAllowed(Roles.ADMIN)
public class ProfileResource {
    private final ProfileService profiles;
    private final AuditTrail audit;

    ProfileResource(ProfileService profiles, AuditTrail audit) {
        this.profiles = profiles;
        this.audit = audit;
    }

    @GET
    public Page<ProfileView> list() {
        return Page.of(profiles.list());
    }

    @GET
    @Path("/{name}")
    public ProfileView get(String name) {
        return profiles.get(name);
    }

    /** Adds a version, and the profile if there is none of that name. */
    @POST
    @Path("/{name}/versions")
    @ResponseStatus(201)
    @Transactional
    public ProfileVersionView add(String name, ProfileVersionRequest request) {
        ProfileVersionView added = profiles.add(name, request.definition(), audit.actor());
        record("profile.version", added);
        return added;
    }

    /** The definition, byte by byte as it was stored and hashed. */
    @GET
    @Path("/{name}/versions/{version}")
    @Produces(MediaType.APPLICATION_JSON)
    public String export(String name, int version) {
        return profiles.definition(name, version).definition();
    }

    @GET
    @Path("/{name}/differences")
    public Page<ProfileChange> differences(String name, @QueryParam("from") int from, @QueryParam("to") int to) {
        return Page.of(profiles.differences(name, from, to));
    }

    /** Says what the version would do to the DICOM file in the body. */
    @POST
    @Path("/{name}/versions/{version}/trial")
    @Consumes(MediaType.WILDCARD)
    public ProfileTrial trial(String name, int version, InputStream file) throws IOException {
        return ProfileTrial.of(profiles.definition(name, version), file);
    }

    @POST
    @Path("/{name}/versions/{version}/approval")
    @Transactional
    public ProfileVersionView approve(String name, int version) {
        return decide(name, version, ProfileVersionView.State.APPROVED, "profile.approve");
    }

    @POST
    @Path("/{name}/versions/{version}/decline")
    @Transactional
    public ProfileVersionView decline(String name, int version) {
        return decide(name, version, ProfileVersionView.State.DECLINED, "profile.decline");
    }

    private ProfileVersionView decide(String name, int version, ProfileVersionView.State decision, String action) {
        ProfileVersionView decided = profiles.decide(name, version, decision, audit.actor());
        record(action, decided);
        return decided;
    }

    private void record(String action, ProfileVersionView version) {
        audit.record(
                action,
                "deidentification-profile",
                version.name(),
                Map.of("version", Integer.toString(version.version()), "hash", version.hash()));
    }
}
