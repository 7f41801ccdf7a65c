// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.persistence;

import dev.ashlar.identity.domain.RefreshTokens;
import org.apache.ibatis.annotations.Mapper;

/** {@link RefreshTokens} in {@code identity.refresh_tokens}. */
@Mapper
interface RefreshTokenMapper extends RefreshTokens {}
