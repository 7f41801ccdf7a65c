// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.persistence;

import dev.ashlar.kernel.application.IdempotencyKeys;
import org.apache.ibatis.annotations.Mapper;

/** {@link IdempotencyKeys} in {@code kernel.idempotency_keys}. */
@Mapper
interface IdempotencyKeysMapper extends IdempotencyKeys {}
