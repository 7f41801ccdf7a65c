// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.persistence;

import dev.ashlar.commerce.domain.Payments;
import org.apache.ibatis.annotations.Mapper;

/** {@link Payments} in SQL. */
@Mapper
interface PaymentMapper extends Payments {}
