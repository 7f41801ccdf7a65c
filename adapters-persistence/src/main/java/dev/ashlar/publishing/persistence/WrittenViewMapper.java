package dev.ashlar.publishing.persistence;

import dev.ashlar.publishing.application.WrittenViews;
import org.apache.ibatis.annotations.Mapper;

/** {@link WrittenViews}, read from articles and comments. */
@Mapper
interface WrittenViewMapper extends WrittenViews {}
