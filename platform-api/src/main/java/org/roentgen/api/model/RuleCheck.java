package org.roentgen.api.model;

/**
 * A rule held against a version.
 *
 * @param rule the kind of rule, or TWO_PEOPLE
 * @param demanded what it demands
 * @param found what the version has
 * @param fix what to do; empty where it passes
 */
public record RuleCheck(String rule, boolean passed, String demanded, String found, String fix) {
    static RuleCheck passed(PromotionRule rule, String demanded, String found) {
        return new RuleCheck(rule.kind().name(), true, demanded, found, "");
    }

    static RuleCheck failed(PromotionRule rule, String demanded, String found, String fix) {
        return new RuleCheck(rule.kind().name(), false, demanded, found, fix);
    }
}
