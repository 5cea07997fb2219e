package org.roentgen.store.query;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.hibernate.query.CommonQueryContract;

/** Runs SQL with named parameters ({@code :name}) in the caller's transaction, or each in one of its own. */
@ApplicationScoped
public class Queries {
    private final EntityManager entities;

    Queries(EntityManager entities) {
        this.entities = entities;
    }

    @Transactional
    public <T> List<T> list(String sql, Map<String, ?> parameters, Function<Row, T> mapper) {
        Query query = entities.createNativeQuery(sql, Tuple.class);
        bind(query, parameters);
        @SuppressWarnings("unchecked") // the query was created with this result class
        List<Tuple> rows = query.getResultList();
        return rows.stream().map(row -> mapper.apply(new Row(row))).toList();
    }

    /** The first row. */
    @Transactional
    public <T> Optional<T> first(String sql, Map<String, ?> parameters, Function<Row, T> mapper) {
        return list(sql, parameters, mapper).stream().findFirst();
    }

    /** The one number that the query yields. */
    @Transactional
    public long count(String sql, Map<String, ?> parameters) {
        Query query = entities.createNativeQuery(sql);
        bind(query, parameters);
        return ((Number) query.getSingleResult()).longValue();
    }

    /** @return the number of rows changed */
    @Transactional
    public int update(String sql, Map<String, ?> parameters) {
        Query query = entities.createNativeQuery(sql);
        bind(query, parameters);
        return query.executeUpdate();
    }

    /** A null is bound as text, the one type from which SQL can cast to any other: untyped it would be bytes. */
    private static void bind(Query query, Map<String, ?> parameters) {
        parameters.forEach((name, value) -> {
            if (value == null) {
                query.unwrap(CommonQueryContract.class).setParameter(name, null, String.class);
            } else {
                query.setParameter(name, value);
            }
        });
    }
}
