package dev.ashlar.publishing.persistence;

import dev.ashlar.publishing.application.TagViews;
import org.apache.ibatis.annotations.Mapper;

/** {@link TagViews} in the schema {@code publishing}. */
@Mapper
interface TagViewMapper extends TagViews {}
