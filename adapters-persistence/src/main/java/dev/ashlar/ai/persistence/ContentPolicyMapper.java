// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.persistence;

import dev.ashlar.ai.domain.ContentPolicies;
import org.apache.ibatis.annotations.Mapper;

/** {@link ContentPolicies} in {@code ai.ai_providers}. */
@Mapper
interface ContentPolicyMapper extends ContentPolicies {}
