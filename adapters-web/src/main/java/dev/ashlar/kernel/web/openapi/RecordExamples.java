package dev.ashlar.kernel.web.openapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.oas.models.OpenAPI;
import java.util.List;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Shows each {@link ExampleRecords example} wherever its type occurs, in the JSON that a caller would get. */
@Component
@Order(RecordExamples.BEFORE_MADE_UP_EXAMPLES)
final class RecordExamples implements GlobalOpenApiCustomizer {
    static final int BEFORE_MADE_UP_EXAMPLES = 0;

    /** The description is written by the older Jackson; only as a tree of its own does an example keep its nulls. */
    private static final ObjectMapper TREES = new ObjectMapper();

    private final List<ExampleRecords> examples;
    private final JsonMapper json;

    RecordExamples(List<ExampleRecords> examples, JsonMapper json) {
        this.examples = examples;
        this.json = json;
    }

    @Override
    public void customise(OpenAPI api) {
        examples.stream().flatMap(some -> some.all().stream()).forEach(example -> show(example, api));
    }

    private void show(Record example, OpenAPI api) {
        var schema = api.getComponents().getSchemas().get(example.getClass().getSimpleName());
        if (schema == null) {
            throw new IllegalStateException(example.getClass() + " has an example, but no operation mentions it");
        }
        schema.setExample(TREES.valueToTree(json.convertValue(example, Object.class)));
    }
}
