package org.roentgen.api.model;

/** Why a version should go into production. */
public record PromotionRequest(String reason) {}
