// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.persistence;

import dev.ashlar.identity.application.SecurityEventViews;
import dev.ashlar.identity.domain.SecurityEvents;
import org.apache.ibatis.annotations.Mapper;

/** {@link SecurityEvents} and their views in {@code identity.security_events}. */
@Mapper
interface SecurityEventMapper extends SecurityEvents, SecurityEventViews {}
