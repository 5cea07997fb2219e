package org.roentgen.api.model;

import java.util.Set;

/** A part of a model card that only people can write. */
public enum CardSection {
    INTENDED_USE("Intended use"),
    LIMITATIONS("Limitations"),
    TRAINING_DATA("About the training data"),
    CONTACT("Contact");

    /** Without them a card is not filled. */
    static final Set<CardSection> NEEDED = Set.of(INTENDED_USE, LIMITATIONS);

    private final String title;

    CardSection(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
