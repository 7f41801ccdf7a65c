package dev.ashlar.publishing.persistence;

import dev.ashlar.publishing.application.CommentViews;
import org.apache.ibatis.annotations.Mapper;

/** {@link CommentViews} in the schema {@code publishing}. */
@Mapper
interface CommentViewMapper extends CommentViews {}
