// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.persistence;

import dev.ashlar.identity.domain.Profiles;
import org.apache.ibatis.annotations.Mapper;

/** {@link Profiles} in {@code identity.profiles}. */
@Mapper
interface ProfileMapper extends Profiles {}
