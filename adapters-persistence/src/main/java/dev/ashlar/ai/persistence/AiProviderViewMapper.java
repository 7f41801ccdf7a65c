// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.persistence;

import dev.ashlar.ai.application.AiProviderViews;
import org.apache.ibatis.annotations.Mapper;

/** {@link AiProviderViews} in {@code ai.ai_providers}. */
@Mapper
interface AiProviderViewMapper extends AiProviderViews {}
