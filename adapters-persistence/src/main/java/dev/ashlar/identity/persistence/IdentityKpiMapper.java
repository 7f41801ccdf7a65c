// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.persistence;

import dev.ashlar.kernel.application.KpiSource;
import org.apache.ibatis.annotations.Mapper;

/** Users that have an account, by role. */
@Mapper
interface IdentityKpiMapper extends KpiSource {}
