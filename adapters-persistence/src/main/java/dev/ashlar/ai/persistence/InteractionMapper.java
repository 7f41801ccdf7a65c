package dev.ashlar.ai.persistence;

import dev.ashlar.ai.domain.Interactions;
import org.apache.ibatis.annotations.Mapper;

/** {@link Interactions} in {@code ai.ai_interactions}. */
@Mapper
interface InteractionMapper extends Interactions {}
