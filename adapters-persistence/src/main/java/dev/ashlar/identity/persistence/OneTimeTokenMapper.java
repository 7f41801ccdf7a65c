// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.persistence;

import dev.ashlar.identity.domain.OneTimeTokens;
import org.apache.ibatis.annotations.Mapper;

/** {@link OneTimeTokens} in {@code identity.one_time_tokens}. */
@Mapper
interface OneTimeTokenMapper extends OneTimeTokens {}
