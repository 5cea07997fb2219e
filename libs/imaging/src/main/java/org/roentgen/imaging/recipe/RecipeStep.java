package org.roentgen.imaging.recipe;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** One step of a recipe; in JSON its {@code type} names it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = GeometryStep.Orient.class, name = "orient"),
    @JsonSubTypes.Type(value = GeometryStep.Resample.class, name = "resample"),
    @JsonSubTypes.Type(value = GeometryStep.Resize.class, name = "resize"),
    @JsonSubTypes.Type(value = GeometryStep.CropOrPad.class, name = "crop-or-pad"),
    @JsonSubTypes.Type(value = GeometryStep.PadToMultiple.class, name = "pad-to-multiple"),
    @JsonSubTypes.Type(value = IntensityStep.Clip.class, name = "clip"),
    @JsonSubTypes.Type(value = IntensityStep.ClipPercentiles.class, name = "clip-percentiles"),
    @JsonSubTypes.Type(value = IntensityStep.Window.class, name = "window"),
    @JsonSubTypes.Type(value = IntensityStep.ZScore.class, name = "z-score"),
    @JsonSubTypes.Type(value = IntensityStep.MinMax.class, name = "min-max"),
    @JsonSubTypes.Type(value = IntensityStep.ScalePercentiles.class, name = "scale-percentiles"),
    @JsonSubTypes.Type(value = IntensityStep.Standardize.class, name = "standardize"),
    @JsonSubTypes.Type(value = RepeatChannel.class, name = "repeat-channel")
})
public sealed interface RecipeStep permits GeometryStep, IntensityStep, RepeatChannel {}
