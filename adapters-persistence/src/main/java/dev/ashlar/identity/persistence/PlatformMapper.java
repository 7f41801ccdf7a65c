// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.persistence;

import dev.ashlar.identity.domain.Platforms;
import org.apache.ibatis.annotations.Mapper;

/** {@link Platforms} in {@code identity.platforms}. */
@Mapper
interface PlatformMapper extends Platforms {}
