// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.persistence;

import dev.ashlar.identity.application.IdentityViews;
import dev.ashlar.identity.application.UserFilter;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

/** {@link IdentityViews}, read from the tables into views. */
@Mapper
interface IdentityViewMapper extends IdentityViews {
    /** Names the filter, so that list and count share one condition. */
    @Override
    long count(@Param("filter") UserFilter filter);
}
