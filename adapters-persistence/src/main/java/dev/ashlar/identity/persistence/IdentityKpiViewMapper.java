// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.persistence;

import dev.ashlar.identity.application.IdentityKpiViews;
import org.apache.ibatis.annotations.Mapper;

/** {@link IdentityKpiViews} in {@code identity.users}. */
@Mapper
interface IdentityKpiViewMapper extends IdentityKpiViews {}
