package dev.ashlar.kernel.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class RecordExamplesTest {
    private final RecordExamples examples =
            new RecordExamples(List.of(() -> List.of(new Stone("granite", null))), new JsonMapper());

    @Test
    void showsTheRecordInItsJsonWithItsNulls() {
        var schema = new Schema<>();
        examples.customise(new OpenAPI().components(new Components().addSchemas("Stone", schema)));
        assertThat(schema.getExample()).hasToString("{\"kind\":\"granite\",\"colour\":null}");
    }

    @Test
    void refusesAnExampleOfNothing() {
        var api = new OpenAPI().components(new Components().addSchemas("Brick", new Schema<>()));
        assertThatThrownBy(() -> examples.customise(api))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Stone");
    }

    private record Stone(String kind, @Nullable String colour) {}
}
