// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.persistence;

import dev.ashlar.commerce.domain.PaymentEvents;
import org.apache.ibatis.annotations.Mapper;

/** {@link PaymentEvents} in SQL. */
@Mapper
interface PaymentEventMapper extends PaymentEvents {}
