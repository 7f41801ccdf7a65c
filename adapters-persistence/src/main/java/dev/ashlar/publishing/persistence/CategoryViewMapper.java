package dev.ashlar.publishing.persistence;

import dev.ashlar.publishing.application.CategoryViews;
import org.apache.ibatis.annotations.Mapper;

/** {@link CategoryViews} in the schema {@code publishing}. */
@Mapper
interface CategoryViewMapper extends CategoryViews {}
