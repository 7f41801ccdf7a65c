package dev.ashlar.wallet.persistence;

import dev.ashlar.wallet.application.AllotmentViews;
import org.apache.ibatis.annotations.Mapper;

/** {@link AllotmentViews} by SQL alone. */
@Mapper
interface AllotmentViewMapper extends AllotmentViews {}
