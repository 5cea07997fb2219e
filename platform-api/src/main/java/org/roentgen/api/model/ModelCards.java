package org.roentgen.api.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.roentgen.api.problem.ProblemException;
import org.roentgen.domain.model.ModelPackage;
import org.roentgen.store.entity.ModelVersion;
import org.roentgen.store.query.Queries;

/** Model cards: what the training wrote into the signed package, and what people add. */
@ApplicationScoped
public class ModelCards {
    private static final int LONGEST = 20_000;
    private final Queries queries;
    private final PackageReader packages;

    ModelCards(Queries queries, PackageReader packages) {
        this.queries = queries;
        this.packages = packages;
    }

    @Transactional
    public Map<CardSection, CardText> written(UUID version) {
        Map<CardSection, CardText> written = new EnumMap<>(CardSection.class);
        queries.list(CardText.SELECT, Map.of("version", version), CardText::of)
                .forEach(text -> written.put(text.section(), text));
        return written;
    }

    /** Writes a section; an empty text removes it. The card of a version that is or was in production stays as it is. */
    @Transactional
    public void write(UUID version, CardSection section, String content, String author) {
        ModelVersion.Stage stage = queries.first(
                        "select stage from model_version where id = :id",
                        Map.of("id", version),
                        row -> row.constant("stage", ModelVersion.Stage.class))
                .orElseThrow(() -> ProblemException.notFound("model version", version));
        if (stage == ModelVersion.Stage.PRODUCTION) {
            throw ProblemException.conflict(
                    "CARD_FROZEN",
                    "Model version " + version
                            + " is in production: its card was part of the decision and stays as it is");
        }
        if (content.length() > LONGEST) {
            throw ProblemException.invalid(
                    "content has " + content.length() + " characters: at most " + LONGEST + " are kept");
        }
        if (content.isBlank()) {
            queries.update(
                    "delete from model_card_text where model_version_id = :version and section = :section",
                    Map.of("version", version, "section", section.name()));
            return;
        }
        queries.update(
                """
                insert into model_card_text (model_version_id, section, content, written_by)
                values (:version, :section, :content, :author)
                on conflict (model_version_id, section) do update
                set content = excluded.content, written_by = excluded.written_by, written_at = now()
                """,
                Map.of("version", version, "section", section.name(), "content", content.strip(), "author", author));
    }

    /** The whole card in Markdown. */
    String markdown(UUID version, String packageObjectId) throws IOException {
        StringBuilder card = new StringBuilder(packages.text(packageObjectId, ModelPackage.CARD)
                .orElseThrow(() -> ProblemException.notFound("model card in model version", version)));
        Map<CardSection, CardText> written = written(version);
        for (CardSection section : List.of(CardSection.values())) {
            CardText text = written.get(section);
            if (text != null) {
                card.append("\n## ").append(section.title()).append("\n\n").append(text.content());
                card.append("\n\nWritten by ")
                        .append(text.writtenBy())
                        .append(" at ")
                        .append(text.writtenAt())
                        .append(".\n");
            }
        }
        return card.toString();
    }
}
