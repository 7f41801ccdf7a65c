package dev.ashlar.commerce.persistence;

import dev.ashlar.commerce.domain.Products;
import org.apache.ibatis.annotations.Mapper;

/** {@link Products} by SQL alone. */
@Mapper
interface ProductMapper extends Products {}
