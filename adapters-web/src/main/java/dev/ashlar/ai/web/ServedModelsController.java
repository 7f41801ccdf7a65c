// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ashlar.ai.application.LlmService;
import dev.ashlar.ai.application.ServedLlm;
import dev.ashlar.kernel.Actor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/ai/v1/models")
@Tag(name = "AI calls", description = "Calls of language models in the form of OpenAI's API.")
class ServedModelsController {
    private static final String LIST = "list";
    private static final String MODEL = "model";

    private final LlmService models;

    ServedModelsController(LlmService models) {
        this.models = models;
    }

    @GetMapping
    @Operation(
            summary = "List models for calls",
            description = "Models that can be called now, by name, in the form of OpenAI's list of models.")
    ServedModelsResponse listServedModels(Actor actor) {
        return new ServedModelsResponse(
                LIST, models.served().stream().map(ServedModelItem::of).toList());
    }

    /** Models in the form of OpenAI's API. */
    record ServedModelsResponse(@Schema(example = LIST) String object, List<ServedModelItem> data) {}

    /**
     * Model in the form of OpenAI's API.
     *
     * @param id name of the model
     * @param created time at which it was added, in seconds since 1970
     * @param ownedBy maker of the model
     */
    record ServedModelItem(
            @Schema(example = "gpt-4o-mini") String id,

            @Schema(example = MODEL) String object,

            @Schema(example = "1770134712") long created,

            @Schema(example = "openai") @JsonProperty("owned_by")
            String ownedBy) {
        static ServedModelItem of(ServedLlm model) {
            return new ServedModelItem(model.name(), MODEL, model.createdAt().getEpochSecond(), model.factory());
        }
    }
}
