package org.roentgen.api.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.roentgen.dicom.pixel.UnreadablePixelsException;
import org.roentgen.domain.error.ErrorCategory;
import org.roentgen.domain.error.RoentgenException;
import org.roentgen.domain.object.NoSuchObjectException;

/** The one place where failures become answers. What is not named here is a defect: it is logged, and the answer names the log entry only. */
public final class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    @ServerExceptionMapper
    public Response refused(ProblemException refusal) {
        return response(refusal.problem());
    }

    @ServerExceptionMapper
    public Response named(RoentgenException failure) {
        if (failure.code().category() == ErrorCategory.INTERNAL) {
            return unexpected(failure);
        }
        int status = failure.code().category() == ErrorCategory.INVALID_INPUT ? 400 : 503;
        return response(Problem.of(status, failure.code().name(), String.valueOf(failure.getMessage())));
    }

    @ServerExceptionMapper
    public Response anonymous(UnauthorizedException refusal) {
        return Response.fromResponse(response(Problem.of(401, "NOT_SIGNED_IN", "Sign in, or send a bearer token")))
                .header("WWW-Authenticate", "Bearer")
                .build();
    }

    @ServerExceptionMapper
    public Response unknownIdentity(AuthenticationFailedException refusal) {
        return Response.fromResponse(
                        response(Problem.of(401, "INVALID_TOKEN", "The token or session is not valid; sign in again")))
                .header("WWW-Authenticate", "Bearer error=\"invalid_token\"")
                .build();
    }

    @ServerExceptionMapper
    public Response withoutRole(ForbiddenException refusal) {
        return response(Problem.of(403, "ROLE_MISSING", "None of your roles allows this"));
    }

    /** The text of a JSON error may quote the input, so only its place is told. */
    @ServerExceptionMapper
    public Response unreadable(JsonProcessingException malformed) {
        String place = malformed.getLocation() == null
                ? ""
                : " at line " + malformed.getLocation().getLineNr() + ", column "
                        + malformed.getLocation().getColumnNr();
        return response(Problem.of(400, "INVALID_JSON", "The body is not the JSON that is expected" + place));
    }

    @ServerExceptionMapper
    public Response missing(NoSuchObjectException missing) {
        return response(Problem.of(404, "NOT_FOUND", String.valueOf(missing.getMessage())));
    }

    @ServerExceptionMapper
    public Response undecodable(UnreadablePixelsException unreadable) {
        return response(Problem.of(406, "NOT_DECODABLE", String.valueOf(unreadable.getMessage())));
    }

    @ServerExceptionMapper
    public Response http(WebApplicationException refusal) {
        int status = refusal.getResponse().getStatus();
        if (status >= 500) {
            return unexpected(refusal);
        }
        if (status < 400) {
            return refusal.getResponse();
        }
        if (refusal.getCause() instanceof JsonProcessingException malformed) {
            return unreadable(malformed);
        }
        return response(
                Problem.of(status, "HTTP_" + status, "The request does not fit this resource (HTTP " + status + ")"));
    }

    @ServerExceptionMapper
    public Response io(IOException failure) {
        return unexpected(failure);
    }

    @ServerExceptionMapper
    public Response unexpected(RuntimeException failure) {
        return unexpected((Exception) failure);
    }

    private static Response unexpected(Exception failure) {
        String reference = UUID.randomUUID().toString();
        LOG.errorf(failure, "Request failed, reference %s", reference);
        return response(
                Problem.of(500, "INTERNAL_ERROR", "The platform failed; its log has the cause under " + reference));
    }

    private static Response response(Problem problem) {
        return Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .entity(problem)
                .build();
    }
}
