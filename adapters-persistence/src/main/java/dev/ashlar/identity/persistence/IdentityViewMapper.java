package dev.ashlar.identity.persistence;

import dev.ashlar.identity.application.IdentityViews;
import org.apache.ibatis.annotations.Mapper;

/** {@link IdentityViews}, straight from the tables to what is shown. */
@Mapper
interface IdentityViewMapper extends IdentityViews {}
