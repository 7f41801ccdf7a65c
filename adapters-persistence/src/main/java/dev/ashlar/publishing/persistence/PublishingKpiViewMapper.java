// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.persistence;

import dev.ashlar.publishing.application.PublishingKpiViews;
import org.apache.ibatis.annotations.Mapper;

/** {@link PublishingKpiViews} in {@code publishing.posts}. */
@Mapper
interface PublishingKpiViewMapper extends PublishingKpiViews {}
