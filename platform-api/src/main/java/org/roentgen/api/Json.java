package org.roentgen.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;

/** JSON columns to values and back; what the platform wrote itself it can read. */
@Singleton
public final class Json {
    private final ObjectMapper mapper;

    Json(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    public JsonNode tree(String json) {
        try {
            return mapper.readTree(json);
        } catch (JsonProcessingException e) {
            throw unreadable(e);
        }
    }

    public <T> T read(String json, Class<T> type) {
        try {
            return mapper.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw unreadable(e);
        }
    }

    public <T> T read(String json, TypeReference<T> type) {
        try {
            return mapper.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw unreadable(e);
        }
    }

    /** Writes a value as its declared type, so that the discriminator of a sealed interface is there. */
    public <T> String write(Class<T> type, T value) {
        try {
            return mapper.writerFor(type).writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A " + type.getSimpleName() + " cannot be written as JSON", e);
        }
    }

    private static IllegalStateException unreadable(JsonProcessingException cause) {
        cause.clearLocation();
        return new IllegalStateException("A JSON column does not hold what was written to it", cause);
    }
}
