package dev.ashlar.publishing.persistence;

import dev.ashlar.publishing.domain.Posts;
import org.apache.ibatis.annotations.Mapper;

/** {@link Posts} in {@code publishing.posts}. */
@Mapper
interface PostMapper extends Posts {}
