package org.roentgen.api.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks a service for its readiness; the data of its health checks tell its version and device. */
@ApplicationScoped
public class ServiceProbe {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final ObjectMapper json;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    ServiceProbe(ObjectMapper json) {
        this.json = json;
    }

    ServiceStatus probe(String name, String address) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/q/health/ready"))
                .timeout(PATIENCE)
                .build();
        try {
            return status(
                    name,
                    json.readTree(http.send(request, HttpResponse.BodyHandlers.ofString())
                            .body()));
        } catch (IOException unreachable) {
            return down(name, "does not answer");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return down(name, "was not asked: the request was interrupted");
        }
    }

    private static ServiceStatus status(String name, JsonNode health) {
        List<String> failing = new ArrayList<>();
        for (JsonNode check : health.path("checks")) {
            if (!"UP".equals(check.path("status").asText())) {
                failing.add(check.path("name").asText());
            }
        }
        boolean ready = "UP".equals(health.path("status").asText());
        return new ServiceStatus(
                name,
                ready,
                data(health, "version"),
                data(health, "device"),
                data(health, "deviceReason"),
                ready ? Optional.empty() : Optional.of("not ready: " + String.join(", ", failing)));
    }

    private static Optional<String> data(JsonNode health, String key) {
        for (JsonNode check : health.path("checks")) {
            if (check.path("data").has(key)) {
                return Optional.of(check.path("data").get(key).asText());
            }
        }
        return Optional.empty();
    }

    private static ServiceStatus down(String name, String detail) {
        return new ServiceStatus(
                name, false, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(detail));
    }
}
