package dev.ashlar.identity.persistence;

import dev.ashlar.identity.application.IdentityViews;
import dev.ashlar.identity.application.UserFilter;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

/** {@link IdentityViews}, straight from the tables to what is shown. */
@Mapper
interface IdentityViewMapper extends IdentityViews {
    /** Named, so that the list and the count share one condition. */
    @Override
    long count(@Param("filter") UserFilter filter);
}
