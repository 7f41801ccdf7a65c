package dev.ashlar.commerce.persistence;

import dev.ashlar.commerce.domain.Payments;
import org.apache.ibatis.annotations.Mapper;

/** {@link Payments} by SQL alone. */
@Mapper
interface PaymentMapper extends Payments {}
