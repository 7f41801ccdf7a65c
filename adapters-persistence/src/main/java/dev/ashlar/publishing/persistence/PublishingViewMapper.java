package dev.ashlar.publishing.persistence;

import dev.ashlar.publishing.application.PublishingViews;
import org.apache.ibatis.annotations.Mapper;

/** {@link PublishingViews} in the schema {@code publishing}. */
@Mapper
interface PublishingViewMapper extends PublishingViews {}
