// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.domain;

/**
 * Model that a provider serves.
 *
 * @param model name of the model, as clients write it
 * @param name name by which the provider knows it, such as that of a deployment
 */
public record ServedModel(String model, String name) {
    public ServedModel {
        model = Llm.modelName("/settings/models/model", model);
        name = Llm.modelName("/settings/models/name", name);
    }
}
