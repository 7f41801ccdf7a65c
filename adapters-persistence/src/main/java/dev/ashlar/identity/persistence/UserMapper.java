// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.persistence;

import dev.ashlar.identity.domain.Users;
import org.apache.ibatis.annotations.Mapper;

/** {@link Users} in {@code identity.users}. */
@Mapper
interface UserMapper extends Users {}
