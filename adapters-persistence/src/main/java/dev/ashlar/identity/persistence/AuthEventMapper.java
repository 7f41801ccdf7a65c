// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.persistence;

import dev.ashlar.identity.domain.AuthEvents;
import org.apache.ibatis.annotations.Mapper;

/** {@link AuthEvents} in {@code identity.auth_events}. */
@Mapper
interface AuthEventMapper extends AuthEvents {}
