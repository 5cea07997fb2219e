package org.roentgen.api;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(BackingServices.class)
class DatabaseErrorsTest {
    @Inject
    DataSource database;

    @Test
    void anErrorQuotesNoRow() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create temporary table person (name text primary key)");
            try (var insert = connection.prepareStatement("insert into person values (?), (?)")) {
                insert.setString(1, "Quackenbush");
                insert.setString(2, "Quackenbush");
                assertThatThrownBy(insert::execute)
                        .hasMessageContaining("duplicate key")
                        .hasMessageNotContaining("Quackenbush");
            }
            statement.execute("drop table person");
        }
    }
}
