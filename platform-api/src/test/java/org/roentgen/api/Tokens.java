package org.roentgen.api;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.ConfigProvider;

/** Tokens of the demo users from the real Keycloak. */
final class Tokens {
    private static final Duration USE = Duration.ofMinutes(2);
    private static final Map<String, Token> TOKENS = new ConcurrentHashMap<>();

    private record Token(String value, Instant at) {}

    private Tokens() {}

    /** A request as the demo user of a role. */
    static RequestSpecification as(String role) {
        return given().auth().oauth2(token(role));
    }

    /** The token itself, for clients of another kind. */
    static String token(String role) {
        return TOKENS.compute(
                        role,
                        (_, known) ->
                                known != null && known.at().plus(USE).isAfter(Instant.now()) ? known : fetch(role))
                .value();
    }

    private static Token fetch(String role) {
        String value = given().formParam("grant_type", "password")
                .formParam("client_id", "roentgen-api")
                .formParam("client_secret", configured(BackingServices.CLIENT_SECRET))
                .formParam("username", "demo-" + role)
                .formParam("password", configured(BackingServices.PASSWORD + role))
                .post(configured(BackingServices.TOKEN_URL))
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
        return new Token(value, Instant.now());
    }

    private static String configured(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }
}
