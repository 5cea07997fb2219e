package org.roentgen.api.model;

import java.time.Instant;
import org.roentgen.store.query.Row;

/** What a person wrote on a model card. */
public record CardText(CardSection section, String content, String writtenBy, Instant writtenAt) {
    static final String SELECT = """
            select section, content, written_by, written_at from model_card_text
            where model_version_id = :version order by section
            """;

    static CardText of(Row row) {
        return new CardText(
                row.constant("section", CardSection.class),
                row.text("content"),
                row.text("written_by"),
                row.instant("written_at"));
    }
}
