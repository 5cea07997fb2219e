package org.roentgen.api;

import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;

/** The REST API and DICOMweb. */
@OpenAPIDefinition(
        info = @Info(title = "Roentgen platform API", version = "1", description = "Errors are RFC 9457 problems."))
public class ApiApplication extends Application {}
