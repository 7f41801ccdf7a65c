// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.persistence;

import dev.ashlar.commerce.domain.PaymentDecisions;
import org.apache.ibatis.annotations.Mapper;

/** {@link PaymentDecisions} in SQL. */
@Mapper
interface PaymentDecisionMapper extends PaymentDecisions {}
