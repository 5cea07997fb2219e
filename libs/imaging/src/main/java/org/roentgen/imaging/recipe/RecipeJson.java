package org.roentgen.imaging.recipe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** The recipe as the JSON document of the model package. */
public final class RecipeJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    private RecipeJson() {}

    public static String write(Recipe recipe) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(recipe);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A recipe is always writable", impossible);
        }
    }

    /**
     * Reads a recipe.
     *
     * @throws IllegalArgumentException for an unknown step, an unknown or missing property, or a value out of range
     */
    public static Recipe read(String json) {
        try {
            return MAPPER.readValue(json, Recipe.class);
        } catch (JsonProcessingException invalid) {
            throw new IllegalArgumentException("The recipe is not valid: " + invalid.getOriginalMessage(), invalid);
        }
    }
}
