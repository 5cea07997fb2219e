package org.roentgen.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.roentgen.local.LocalException;

/** The REST API as one of the demo users sees it. Fetches tokens itself, and new ones before they expire. */
public final class ApiClient {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String url;
    private final String realmUrl;
    private final String clientSecret;
    private final String user;
    private final String password;
    private String token = "";
    private Instant tokenEnds = Instant.EPOCH;

    public ApiClient(String url, String realmUrl, String clientSecret, String user, String password) {
        this.url = url;
        this.realmUrl = realmUrl;
        this.clientSecret = clientSecret;
        this.user = user;
        this.password = password;
    }

    /** The REST API for whoever holds a token. */
    public ApiClient(String url, String token) {
        this(url, "", "", "the token's owner", "");
        this.token = token;
        this.tokenEnds = Instant.MAX;
    }

    public JsonNode get(String path) {
        return send(request(path).GET());
    }

    /** Lines of the stream of server-sent events, until it is closed. */
    public Stream<String> events() {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/api/v1/events"))
                .header("Authorization", "Bearer " + token())
                .header("Accept", "text/event-stream")
                .build();
        HttpResponse<Stream<String>> response = exchange(request, HttpResponse.BodyHandlers.ofLines());
        if (response.statusCode() != 200) {
            throw new LocalException(request.uri() + " as " + user + " was answered " + response.statusCode());
        }
        return response.body();
    }

    /** A token for a program outside, valid for some minutes. */
    public String bearer() {
        return token();
    }

    public JsonNode post(String path, Object body) {
        return send(request(path).header("Content-Type", "application/json").POST(json(body)));
    }

    public JsonNode put(String path, Object body) {
        return send(request(path).header("Content-Type", "application/json").PUT(json(body)));
    }

    /** Uploads a file as the request's body. */
    public JsonNode upload(String path, Path file) {
        try {
            return send(request(path)
                    .header("Content-Type", "application/octet-stream")
                    .POST(BodyPublishers.ofFile(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the answer into a file. */
    public void download(String path, Path file) {
        HttpResponse<Path> response = exchange(request(path).GET().build(), HttpResponse.BodyHandlers.ofFile(file));
        if (response.statusCode() >= 300) {
            throw new LocalException(path + " as " + user + " was answered " + response.statusCode());
        }
    }

    public static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + "/api/v1" + path))
                .timeout(Duration.ofMinutes(5))
                .header("Authorization", "Bearer " + token());
    }

    private JsonNode send(HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        HttpResponse<String> response = exchange(request);
        if (response.statusCode() >= 300) {
            throw new LocalException(request.method() + " " + request.uri().getPath() + " as " + user + " was answered "
                    + response.statusCode() + ": " + response.body());
        }
        return parse(response.body());
    }

    private String token() {
        if (Instant.now().isBefore(tokenEnds)) {
            return token;
        }
        HttpRequest request = HttpRequest.newBuilder(URI.create(realmUrl + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=password&client_id=roentgen-api&client_secret="
                        + encode(clientSecret) + "&username=" + encode(user) + "&password=" + encode(password)))
                .build();
        HttpResponse<String> response = exchange(request);
        if (response.statusCode() != 200) {
            throw new LocalException("Keycloak refused a token for " + user + ": " + response.body());
        }
        JsonNode answer = parse(response.body());
        token = answer.get("access_token").asText();
        tokenEnds = Instant.now().plusSeconds(answer.get("expires_in").asLong() - 30);
        return token;
    }

    private HttpResponse<String> exchange(HttpRequest request) {
        return exchange(request, HttpResponse.BodyHandlers.ofString());
    }

    private <T> HttpResponse<T> exchange(HttpRequest request, HttpResponse.BodyHandler<T> body) {
        try {
            return http.send(request, body);
        } catch (IOException e) {
            throw new LocalException(request.uri() + " does not answer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalException("Interrupted", e);
        }
    }

    private static BodyPublisher json(Object body) {
        return BodyPublishers.ofString(JSON.valueToTree(body).toString());
    }

    private static JsonNode parse(String text) {
        try {
            return text.isBlank() ? JSON.nullNode() : JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
