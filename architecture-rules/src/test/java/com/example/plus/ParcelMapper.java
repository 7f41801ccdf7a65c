// SPDX-License-Identifier: Apache-2.0
package com.example.plus;

import com.baomidou.mybatisplus.core.mapper.BaseMapper;
import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/** Inherits the statements for one row. */
public interface ParcelMapper extends BaseMapper<Parcel> {
    @Select("SELECT id, tariff_name, weight_kg FROM parcels WHERE id = #{id}")
    Parcel byId(@Param("id") long id);

    @Update("UPDATE parcels SET tarif_name = #{name} WHERE id = #{id}")
    int rename(@Param("id") long id, @Param("name") String name);

    List<Parcel> heavy(@Param("limit") int limit);

    List<Parcel> wrapped(@Param("ew") Object wrapper);
}
