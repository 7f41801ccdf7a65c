// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.persistence;

import dev.ashlar.identity.domain.SecondFactors;
import org.apache.ibatis.annotations.Mapper;

/** {@link SecondFactors} in {@code identity.second_factors}. */
@Mapper
interface SecondFactorMapper extends SecondFactors {}
